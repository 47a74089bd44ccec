import type { Day } from './day.ts';

/** Everything about time that differs from one organisation to the next. All period arithmetic takes it as an argument. [CAL-02] */
export interface CalendarSettings {
  /** IANA time zone in which days begin and end. */
  readonly zone: string;
  /** Month in which the fiscal year starts, 1–12. */
  readonly fiscalYearStarts: number;
  readonly weekStarts: Weekday;
  /** Public holidays that are not business days. */
  readonly holidays: 'jp' | 'none';
  /** Days off of this company, beside weekends and public holidays. */
  readonly companyHolidays?: readonly Day[];
  /** Days worked although they would be off: stronger than all other rules. */
  readonly companyWorkdays?: readonly Day[];
  /** Last day of a business month (締め日). With 20, November is 21 October – 20 November. Absent: the end of the month. */
  readonly closingDay?: ClosingDay;
  /** Which of its two calendar years names a fiscal year: 2026年度 from April 2026 is named by its start. Absent: the start. */
  readonly fiscalYearLabel?: 'start' | 'end';
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A day of the month from 1 to 28, so that every month has it, or the month's end. */
export type ClosingDay = number | 'month-end';

/** Weekdays from Monday: the place in the list is the ISO number less one. */
export const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export const defaultCalendar: CalendarSettings = {
  zone: 'Asia/Tokyo',
  fiscalYearStarts: 4,
  weekStarts: 'monday',
  holidays: 'jp',
  closingDay: 'month-end',
  fiscalYearLabel: 'start',
};

/** The same settings with the year of the wall calendar: quarters from January, months closed at their end. [CNV-11] */
export function wallCalendar(settings: CalendarSettings): CalendarSettings {
  return { ...settings, fiscalYearStarts: 1, closingDay: 'month-end' };
}
