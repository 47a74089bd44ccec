import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { intersection } from '../calendar/day-range.ts';
import type { ProvisionalReason } from './observation.ts';

/** How much of a period the data speak for. [OBS-03] */
export type Coverage =
  /** None of its days. */
  | { readonly kind: 'none' }
  /** All of its days, and the period is over. */
  | { readonly kind: 'whole'; readonly through: Day }
  /** Some of its days, or all so far of a period that is not over. */
  | { readonly kind: 'part'; readonly through: Day; readonly why: Extract<ProvisionalReason, 'period-running' | 'days-missing'> };

/**
 * How much of a period covered days reach. A day that is not over counts as reached but never makes a period whole;
 * missing days in the middle weigh more than a period that is still running.
 * In: the period; covered days as merged ranges; today in the workspace's zone.
 */
export function coverageOf(period: DayRange, covered: readonly DayRange[], today: Day): Coverage {
  const inside = covered.flatMap(range => intersection(range, period) ?? []);
  const first = inside[0];
  const last = inside.at(-1);
  if (!first || !last) return { kind: 'none' };
  const unbroken = inside.length === 1 && first.from === period.from;
  const isOver = period.to < today;
  if (!unbroken) return { kind: 'part', through: last.to, why: 'days-missing' };
  if (!isOver) return { kind: 'part', through: last.to, why: 'period-running' };
  return last.to === period.to ? { kind: 'whole', through: last.to } : { kind: 'part', through: last.to, why: 'days-missing' };
}

/** The days of several ranges as the fewest ranges, in order; ranges that touch become one. */
export function mergedRanges(ranges: readonly DayRange[]): readonly DayRange[] {
  const merged: DayRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && from <= addDays(last.to, 1)) merged[merged.length - 1] = { from: last.from, to: last.to > to ? last.to : to };
    else merged.push({ from, to });
  }
  return merged;
}
