import { businessDaysIn } from '../calendar/business-day.ts';
import { type DayRange, lengthOf } from '../calendar/day-range.ts';
import { periodsBetween } from '../calendar/periods-between.ts';
import type { Decimal } from '../measure/observation.ts';
import { multiply, type Rational, rational, rationalOf } from '../number/rational.ts';
import { monthKey } from './month-bounds.ts';
import type { Plan, PlanNode } from './plan.ts';

/** What of a week given in the sheet falls into one month. */
export interface WeekPiece extends DayRange {
  readonly amount: Rational;
}

/**
 * The weeks a node has in the sheet, by month (key `YYYY-MM`): a week that crosses the end of a month counts in both by its business
 * days, or by its days where it has no business day. Only months all of whose weeks are given. [PLN-29]
 */
export function weekPieces(
  weeks: NonNullable<PlanNode['weeks']>,
  { period, calendar }: Plan,
): ReadonlyMap<string, readonly WeekPiece[]> {
  const found = new Map<string, WeekPiece[]>();
  const open = new Set<string>();
  for (const week of periodsBetween(period.from, period.to, 'week', calendar)) {
    const given: Decimal | undefined = weeks.get(week.period.from);
    const days = businessDaysIn(week, calendar);
    for (const piece of periodsBetween(week.from, week.to, 'month', calendar)) {
      const key = monthKey(piece);
      const own = businessDaysIn(piece, calendar);
      const share = days > 0 ? rational(own, days) : rational(lengthOf(piece), lengthOf(week));
      if (given !== undefined) {
        const amount = multiply(rationalOf(given), share);
        found.set(key, [...(found.get(key) ?? []), { from: piece.from, to: piece.to, amount }]);
      } else if (own > 0) open.add(key);
    }
  }
  return new Map([...found].filter(([key]) => !open.has(key)));
}
