import type { CalendarSettings } from './calendar-settings.ts';
import { type Day, type DayNumber, dayNumberOf, partsOf } from './day.ts';

/**
 * Months counted from year 0: year × 12 + month − 1. It names the month a period is called by, which with a closing day is
 * the month it closes in.
 */
export type MonthIndex = number;

/** The business month a day belongs to: after the closing day it is the next one. [CAL-10] */
export function monthIndexOf(day: Day, settings: CalendarSettings): MonthIndex {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const closing = settings.closingDay ?? 'month-end';
  return year * 12 + month - 1 + (closing !== 'month-end' && dayOfMonth > closing ? 1 : 0);
}

/** The first day of a business month. */
export function firstDayNumberOf(index: MonthIndex, settings: CalendarSettings): DayNumber {
  const closing = settings.closingDay ?? 'month-end';
  const calendarIndex = closing === 'month-end' ? index : index - 1;
  const { year, month } = yearAndMonthOf(calendarIndex);
  return dayNumberOf(year, month, closing === 'month-end' ? 1 : closing + 1);
}

export function yearAndMonthOf(index: MonthIndex): { readonly year: number; readonly month: number } {
  const year = Math.floor(index / 12);
  return { year, month: index - year * 12 + 1 };
}

export function monthIndexFrom(year: number, month: number): MonthIndex {
  return year * 12 + month - 1;
}
