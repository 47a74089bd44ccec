import type { NodeView } from '#contract/plan-view.ts';
import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { type Period, periodOf, previousPeriod } from '#core/calendar/period.ts';

/** The days to ask for where the reader looks at an earlier day than the newest: as many as the answer would take by itself. */
export function periodTo(
  node: Pick<NodeView, 'role'>,
  to: Day | undefined,
  { period, calendar }: { readonly period: { readonly from: Day; readonly to: Day }; readonly calendar: CalendarSettings },
): { readonly period?: string } {
  if (to === undefined) return {};
  const last = to < period.to ? to : period.to;
  const from = node.role === 'goal' ? period.from : periodOf(last, 'month', calendar).from;
  return { period: `${from}..${last}` };
}

/** The months up to a day, newest first: those of the plan so far and two years at most. */
export function monthsBefore(to: Day, calendar: CalendarSettings, most = 24): readonly Period[] {
  const months: Period[] = [];
  let month = periodOf(to, 'month', calendar);
  while (months.length < most) {
    months.push(month);
    month = previousPeriod(month, calendar);
  }
  return months;
}
