import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { addDays, addMonths, type Day, dayOf, partsOf } from '#core/calendar/day.ts';

/** Calendar year in which the fiscal year that holds a day starts. */
export function fiscalYearOf(today: Day, { fiscalYearStarts }: CalendarSettings): number {
  const { year, month } = partsOf(today);
  return month >= fiscalYearStarts ? year : year - 1;
}

/** The fiscal year that comes next, or this one while it is young: what a plan that is begun today is usually for. */
export function planYear(today: Day, calendar: CalendarSettings): { readonly from: Day; readonly to: Day } {
  const begun = fiscalYearOf(today, calendar);
  const { year, month } = partsOf(today);
  const monthsIn = (year - begun) * 12 + month - calendar.fiscalYearStarts;
  const from = dayOf({ year: monthsIn < 3 ? begun : begun + 1, month: calendar.fiscalYearStarts, day: 1 }) ?? today;
  return { from, to: addDays(addMonths(from, 12), -1) };
}
