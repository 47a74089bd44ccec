import { type Day, fromDayNumber, toDayNumber } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import type { Adjustment } from '../plan/flat.ts';
import type { NodeId } from '../plan/plan.ts';
import type { RegisteredEffect } from './foresight.ts';

/** Share of an effect that is there on a day: it grows evenly from its first day to the one it is promised by. [LND-30] */
export function effectShare({ from, by }: Pick<RegisteredEffect, 'from' | 'by'>, day: Day): number {
  const [start, end, now] = [toDayNumber(from), toDayNumber(by), toDayNumber(day)];
  if (now >= end) return 1;
  return now <= start ? 0 : (now - start) / (end - start);
}

/**
 * What registered effects make of a node's value in a month ahead. [LND-30]
 * Only what is still to come counts: the part that was there on the last day of data is in the data already.
 */
export function effectsOn(node: NodeId, month: DayRange, to: Day, effects: readonly RegisteredEffect[]): Adjustment {
  let [factor, offset] = [1, 0];
  const middle = middleOf(month, to);
  for (const effect of effects) {
    if (effect.node !== node) continue;
    const [now, then] = [effectShare(effect, to), effectShare(effect, middle)];
    if (effect.mode === 'relative') factor *= Math.max(0, 1 + effect.value * then) / Math.max(0.01, 1 + effect.value * now);
    else offset += effect.value * (then - now);
  }
  return { factor, offset };
}

/** The middle of the part of a month that is still to come. */
function middleOf({ from, to: end }: DayRange, to: Day): Day {
  const first = from > to ? from : to;
  const half = (toDayNumber(end) - toDayNumber(first)) / 2;
  return fromDayNumber(toDayNumber(first) + Math.round(half));
}
