import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { periodOf, shiftPeriod } from '../calendar/period.ts';
import { planMonths } from '../plan/month-bounds.ts';
import type { Plan } from '../plan/plan.ts';

/** The months a landing looks at: those behind, the running one, and those of the plan still to come. [LND-01] */
export interface HistoryMonths {
  /** Whole months before the running one, oldest first, as far as the plan they are the plan's (clipped) months. */
  readonly closed: readonly DayRange[];
  /** The first days of the running month up to the last day of data; undefined when that day ends a month. */
  readonly running: DayRange | undefined;
  /** The months after the closed ones up to the plan's end; the first one is the running month where there is one. */
  readonly ahead: readonly DayRange[];
}

/** Months looked back from the plan's first: place `LOOK_BACK` of closed and ahead together is plan month 0. */
export const LOOK_BACK = 36;

/** With `least`, at least so many months ahead, past the plan's end where it comes sooner. */
export function historyMonths(plan: Pick<Plan, 'period' | 'calendar'>, to: Day, least = 0): HistoryMonths {
  const { calendar, period } = plan;
  const first = periodOf(period.from, 'month', calendar);
  const earlier = Array.from({ length: LOOK_BACK }, (_, i): DayRange => {
    const { from, to: end } = shiftPeriod(first, i - LOOK_BACK, calendar);
    return { from, to: end };
  });
  const inPlan: readonly DayRange[] = [...earlier, ...planMonths(plan).map(({ from, to: end }) => ({ from, to: end }))];
  const months = extended(inPlan, inPlan.filter(month => month.to <= to).length + least, calendar);
  const closed = months.filter(month => month.to <= to);
  const next = months[closed.length];
  const running = next && next.from <= to ? { from: next.from, to } : undefined;
  return { closed, running, ahead: months.slice(closed.length) };
}

function extended(months: readonly DayRange[], count: number, calendar: Plan['calendar']): readonly DayRange[] {
  const all = [...months];
  for (let last = all.at(-1); last && all.length < count; last = all.at(-1)) {
    const { from, to } = shiftPeriod(periodOf(last.to, 'month', calendar), 1, calendar);
    all.push({ from, to });
  }
  return all;
}
