import type { Text } from '../text/text.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { type Day, type DayNumber, fromDayNumber, toDayNumber, weekdayOfNumber } from './day.ts';
import type { DayRange } from './day-range.ts';
import { japaneseHolidayOn, japaneseHolidays } from './japanese-holiday.ts';

/**
 * Whether people work on a day: Monday to Friday, not a public holiday, not a day off of the company; a company workday is
 * always worked. [CAL-20]
 */
export function isBusinessDay(day: Day, settings: CalendarSettings): boolean {
  return isWorked(toDayNumber(day), daysOffOf(settings));
}

/**
 * Business days from one day to another: those after `from` up to and including `to`; negative backwards. [CNV-05]
 * Friday to the Friday after it is 5, with three holidays between them 2.
 */
export function businessDaysBetween(from: Day, to: Day, settings: CalendarSettings): number {
  const off = daysOffOf(settings);
  return workedUntil(toDayNumber(to), off) - workedUntil(toDayNumber(from), off);
}

/** How many business days a range has, both ends included. */
export function businessDaysIn(range: DayRange, settings: CalendarSettings): number {
  const off = daysOffOf(settings);
  return workedUntil(toDayNumber(range.to), off) - workedUntil(toDayNumber(range.from) - 1, off);
}

/** The nth business day after a day, before it when negative; 0 gives the day itself, worked or not. [CAL-21] */
export function addBusinessDays(day: Day, n: number, settings: CalendarSettings): Day {
  if (n === 0) return day;
  const off = daysOffOf(settings);
  const start = toDayNumber(day);
  return fromDayNumber(
    n > 0 ? dayOfCount(workedUntil(start, off) + n, start, off) : dayOfCount(workedUntil(start - 1, off) + n + 1, start, off),
  );
}

/** The first business day after a day. */
export function nextBusinessDay(day: Day, settings: CalendarSettings): Day {
  return addBusinessDays(day, 1, settings);
}

/** The day itself when it is worked, else the next business day: where a rhythm falls that meets a day off. [CAL-22] */
export function businessDayOnOrAfter(day: Day, settings: CalendarSettings): Day {
  return isBusinessDay(day, settings) ? day : addBusinessDays(day, 1, settings);
}

export function businessDayOnOrBefore(day: Day, settings: CalendarSettings): Day {
  return isBusinessDay(day, settings) ? day : addBusinessDays(day, -1, settings);
}

const COMPANY_HOLIDAY: Text = { ja: '会社休日', en: 'Company holiday' };

/** Why a day of the week is off: the public holiday's name, or that of a company holiday; undefined for any other day. */
export function holidayName(day: Day, settings: CalendarSettings): Text | undefined {
  const publicHoliday = settings.holidays === 'jp' ? japaneseHolidayOn(day) : undefined;
  return publicHoliday?.name ?? (settings.companyHolidays?.includes(day) ? COMPANY_HOLIDAY : undefined);
}

/** Exceptions from Monday-to-Friday, as sorted day numbers. */
interface DaysOff {
  /** Mondays to Fridays that are off. */
  readonly off: readonly DayNumber[];
  /** Saturdays and Sundays that are worked. */
  readonly on: readonly DayNumber[];
}

const known = new WeakMap<CalendarSettings, DaysOff>();

function daysOffOf(settings: CalendarSettings): DaysOff {
  const found = known.get(settings);
  if (found) return found;
  const worked = new Set(settings.companyWorkdays?.map(toDayNumber));
  const off = new Set(settings.companyHolidays?.map(toDayNumber));
  if (settings.holidays === 'jp') for (const holiday of japaneseHolidays()) off.add(toDayNumber(holiday.day));
  const made: DaysOff = {
    off: sorted([...off].filter(number => weekdayOfNumber(number) <= 5 && !worked.has(number))),
    on: sorted([...worked].filter(number => weekdayOfNumber(number) > 5)),
  };
  known.set(settings, made);
  return made;
}

function isWorked(number: DayNumber, { off, on }: DaysOff): boolean {
  return weekdayOfNumber(number) <= 5 ? !holds(off, number) : holds(on, number);
}

/** How many business days there are up to and including a day, counted from an arbitrary fixed Monday. */
function workedUntil(number: DayNumber, { off, on }: DaysOff): number {
  const sinceMonday = number - FIXED_MONDAY;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5) - countUntil(off, number) + countUntil(on, number);
}

const FIXED_MONDAY: DayNumber = 4;

/** The day on which the count of business days reaches a number, searched outwards from a day near it. */
function dayOfCount(count: number, near: DayNumber, days: DaysOff): DayNumber {
  let low = near;
  let high = near;
  for (let step = 8; workedUntil(low, days) >= count; step *= 2) low -= step;
  for (let step = 8; workedUntil(high, days) < count; step *= 2) high += step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (workedUntil(middle, days) < count) low = middle;
    else high = middle;
  }
  return high;
}

function sorted(numbers: DayNumber[]): readonly DayNumber[] {
  return numbers.sort((a, b) => a - b);
}

function holds(numbers: readonly DayNumber[], number: DayNumber): boolean {
  return numbers[countUntil(numbers, number) - 1] === number;
}

/** How many of sorted numbers are at most a number. */
function countUntil(numbers: readonly DayNumber[], number: DayNumber): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
