import { monthIndexOf, yearAndMonthOf } from './business-month.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { type Day, parseDay } from './day.ts';
import type { DayRange } from './day-range.ts';
import { periodOf } from './period.ts';

/** A business month by its key, `2026-10`. */
export interface KeyedMonth {
  readonly key: string;
  readonly range: DayRange;
}

const MONTHS_SHOWN = 12;

/** The key of the business month a day lies in. */
export function monthKeyOf(day: Day, calendar: CalendarSettings): string {
  return keyOf(monthIndexOf(day, calendar));
}

/** As many months as are shown at once, oldest first, the last one named. Not a month: none. */
export function monthsUntil(last: string, calendar: CalendarSettings): readonly KeyedMonth[] {
  const index = indexOf(last);
  if (index === undefined) return [];
  return Array.from({ length: MONTHS_SHOWN }, (_, place) => index - MONTHS_SHOWN + 1 + place).flatMap(month => {
    const key = keyOf(month);
    const day = parseDay(`${key}-01`);
    return day ? [{ key, range: periodOf(day, 'month', calendar) }] : [];
  });
}

/** A month so many months later. */
export function shiftedMonth(key: string, months: number): string {
  const index = indexOf(key);
  return index === undefined ? key : keyOf(index + months);
}

function indexOf(key: string): number | undefined {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key) ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month) - 1;
}

function keyOf(index: number): string {
  const { year, month } = yearAndMonthOf(index);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
