import type { DayRange } from '../calendar/day-range.ts';
import { lengthOf } from '../calendar/day-range.ts';
import { periodOf, shiftPeriod } from '../calendar/period.ts';
import type { NodeId } from '../plan/plan.ts';
import { medianOf } from '../stats/quantile.ts';
import type { ForesightInput } from './foresight.ts';
import type { HistoryMonths } from './history-months.ts';
import { type LeadTime, leadTimes } from './lead-times.ts';
import type { LeafPath } from './leaf-path.ts';

/** A leading node has fallen, and when what follows it will. [LND-51] */
export interface LeadingFall extends LeadTime {
  /** The last whole month, in which it fell. */
  readonly month: DayRange;
  /** Against the month before; flows per day. Below 0. */
  readonly change: number;
  /** The month in which the follower is expected to fall. */
  readonly showsIn: DayRange;
}

/** [ANA-10] Every goal with the leading nodes that fell in the last whole month, the earliest effect first. */
export function leadingFalls(
  { arithmetic: { plan }, history }: ForesightInput,
  months: HistoryMonths,
  paths: ReadonlyMap<NodeId, LeafPath>,
): readonly LeadingFall[] {
  const place = months.closed.length - 1;
  const month = months.closed[place];
  if (!month) return [];
  const closed = new Map([...history].map(([id, known]) => [id, known.closed]));
  return [...plan.nodes.values()]
    .filter(({ role }) => role === 'goal')
    .flatMap(goal => leadTimes(plan, goal.id, closed))
    .flatMap((lead): LeadingFall[] => {
      const isFlow = plan.nodes.get(lead.leader)?.time === 'flow';
      const values = (closed.get(lead.leader) ?? []).map((value, i) => {
        const range = months.closed[i];
        return value === null || !isFlow || !range ? value : value / lengthOf(range);
      });
      const change = fallIn(values, paths.get(lead.leader)?.residuals.get(place));
      if (change === undefined) return [];
      const { from, to } = monthAfter(month, lead.months, plan.calendar);
      return [{ ...lead, month, change, showsIn: { from, to } }];
    });
}

/** The month so many months later; half a month counts as one. */
export function monthAfter(month: DayRange, months: number, calendar: Parameters<typeof shiftPeriod>[2]): DayRange {
  const { from, to } = shiftPeriod(periodOf(month.to, 'month', calendar), Math.round(months), calendar);
  return { from, to };
}

/** A fall is at least a tenth … */
const LEAST_FALL = 0.1;
/** … and beyond what was foreseen for the month by half of what forecasts usually miss, so that a season is none. */
const UNFORESEEN = -0.5;
const BEFORE = 3;

/**
 * By how much the last value fell against the one before; undefined where it did not. [LND-51]
 * `miss`: its difference to what was foreseen a month before ÷ the usual one; without it the median of the three values before counts.
 */
export function fallIn(values: readonly (number | null)[], miss?: number): number | undefined {
  const [last, before] = [values.at(-1) ?? null, values.at(-2) ?? null];
  if (last === null || before === null || !(before > 0)) return undefined;
  const change = last / before - 1;
  const lately = values.slice(-1 - BEFORE, -1).filter(value => value !== null);
  const isSurprise = miss === undefined ? last < (medianOf(lately) ?? last) : miss < UNFORESEEN;
  return change <= -LEAST_FALL && isSurprise ? change : undefined;
}
