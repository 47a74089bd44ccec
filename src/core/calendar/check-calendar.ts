import { type Problem, problemsOf } from '../problem/problem.ts';
import { calendarMessages } from './calendar-messages.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { isZone } from './instant.ts';

const problem = problemsOf(calendarMessages);

/** What is wrong with calendar settings that someone typed: an unknown zone, a month or closing day that cannot be. [CAL-02] */
export function checkCalendar(settings: CalendarSettings): readonly Problem[] {
  const { zone, fiscalYearStarts, closingDay = 'month-end', companyHolidays = [], companyWorkdays = [] } = settings;
  const workdays = new Set<string>(companyWorkdays);
  return [
    ...(isZone(zone) ? [] : [problem('calendar-zone-unknown', { zone }, { at: ['zone'] })]),
    ...(isWholeWithin(fiscalYearStarts, 1, 12)
      ? []
      : [problem('calendar-fiscal-year-starts', { value: fiscalYearStarts }, { at: ['fiscal-year-starts'] })]),
    ...(closingDay === 'month-end' || isWholeWithin(closingDay, 1, 28)
      ? []
      : [problem('calendar-closing-day', { value: closingDay }, { at: ['closing-day'] })]),
    ...companyHolidays
      .filter(day => workdays.has(day))
      .map(day => problem('calendar-holiday-and-workday', { day }, { at: ['company-holidays'] })),
  ];
}

function isWholeWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
