import { unreachable } from '../problem/unreachable.ts';
import { firstDayNumberOf, type MonthIndex, monthIndexOf } from './business-month.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { addMonths, type Day, type DayNumber, toDayNumber } from './day.ts';
import { type DayRange, rangeOfNumbers } from './day-range.ts';
import { startOfWeek } from './week.ts';

/** Length of a period. Quarter, half and year are those of the fiscal year; with a fiscal year from January they are the calendar's. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** Grains from the shortest to the longest. */
export const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];

/** One whole day, week, month, quarter, half or year of an organisation's calendar. */
export interface Period extends DayRange {
  readonly grain: Grain;
}

/** The period a day lies in. [CAL-13] */
export function periodOf(day: Day, grain: Grain, settings: CalendarSettings): Period {
  return periodAt(periodIndexOf(day, grain, settings), grain, settings);
}

/** The period n places later, earlier when negative: shifting there and back gives the same period. [CAL-14] */
export function shiftPeriod(period: Period, n: number, settings: CalendarSettings): Period {
  return periodAt(periodIndexOf(period.from, period.grain, settings) + n, period.grain, settings);
}

export function previousPeriod(period: Period, settings: CalendarSettings): Period {
  return shiftPeriod(period, -1, settings);
}

/**
 * The same period a year before. [CAL-15]
 * Months, quarters, halves and years: the one with the same name a year earlier. A week: 52 weeks before, so that weekdays meet.
 * A day: the same date, 28 February for the 29th.
 */
export function samePeriodLastYear(period: Period, settings: CalendarSettings): Period {
  switch (period.grain) {
    case 'day': {
      const day = addMonths(period.from, -12);
      return { grain: 'day', from: day, to: day };
    }
    case 'week':
      return shiftPeriod(period, -52, settings);
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
      return shiftPeriod(period, -12 / MONTHS[period.grain], settings);
    default:
      return unreachable(period.grain);
  }
}

/**
 * The place of a period among all periods of its grain: neighbours differ by 1, so that periods can be counted and compared.
 * Days and weeks are numbered by their first day, months and longer by their first business month.
 */
export function periodIndexOf(day: Day, grain: Grain, settings: CalendarSettings): number {
  switch (grain) {
    case 'day':
      return toDayNumber(day);
    case 'week':
      return Math.floor(startOfWeek(toDayNumber(day), settings) / 7);
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
      return Math.floor((monthIndexOf(day, settings) - offsetOf(grain, settings)) / MONTHS[grain]);
    default:
      return unreachable(grain);
  }
}

/** The period at a place. */
export function periodAt(index: number, grain: Grain, settings: CalendarSettings): Period {
  const first = firstDayAt(index, grain, settings);
  return { grain, ...clamped(first, firstDayAt(index + 1, grain, settings) - 1) };
}

/** How many months a grain has. */
export const MONTHS: Readonly<Record<Exclude<Grain, 'day' | 'week'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

export function firstMonthIndexAt(index: number, grain: Exclude<Grain, 'day' | 'week'>, settings: CalendarSettings): MonthIndex {
  return index * MONTHS[grain] + offsetOf(grain, settings);
}

function firstDayAt(index: number, grain: Grain, settings: CalendarSettings): DayNumber {
  switch (grain) {
    case 'day':
      return index;
    case 'week':
      return startOfWeek(index * 7 + 6, settings);
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
      return firstDayNumberOf(firstMonthIndexAt(index, grain, settings), settings);
    default:
      return unreachable(grain);
  }
}

function offsetOf(grain: Exclude<Grain, 'day' | 'week'>, settings: CalendarSettings): number {
  return grain === 'month' ? 0 : settings.fiscalYearStarts - 1;
}

const FIRST_DAY = -719162;
const LAST_DAY = 2932896;

/** Periods at the very ends of the calendar (years 1 and 9999) are cut there. */
function clamped(from: DayNumber, to: DayNumber): DayRange {
  return rangeOfNumbers(Math.max(from, FIRST_DAY), Math.min(to, LAST_DAY));
}
