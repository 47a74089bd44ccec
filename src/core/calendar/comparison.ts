import { businessDaysIn } from './business-day.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { addDays, addMonths, type Day, dayNumberOf, fromDayNumber, isLeapYear, partsOf, toDayNumber } from './day.ts';
import { contains, type DayRange, lengthOf, rangeOfNumbers, sameRange } from './day-range.ts';
import { type Grain, periodOf, previousPeriod, samePeriodLastYear } from './period.ts';
import { type Season, seasonIn } from './season.ts';

/** A range of days, the range it is compared with, and how alike the two are. */
export interface Comparison {
  readonly current: DayRange;
  readonly other: DayRange;
  /** What a reader must know about the two ranges; the first says whether they are equally long. */
  readonly notes: readonly [LengthNote, ...ComparisonNote[]];
}

export type LengthNote =
  | { readonly kind: 'same-length'; readonly days: number }
  | { readonly kind: 'length-differs'; readonly current: number; readonly other: number; readonly why: LengthReason };

/** A leap day on one side only, months or seasons of different lengths, or ranges that were chosen so. */
export type LengthReason = 'leap-day' | 'month-length' | 'season-length' | 'chosen';

export type ComparisonNote =
  /** Same length, but not the same number of business days. */
  | { readonly kind: 'business-days-differ'; readonly current: number; readonly other: number }
  /** Days were left out at the end of the current range because they are not over. */
  | { readonly kind: 'unfinished-days-left-out'; readonly through: Day }
  /** The ranges were laid so that a Monday meets a Monday. */
  | { readonly kind: 'weekdays-match' };

/** The same weekday a year before: 364 days, 52 whole weeks. [CAL-71] */
export function sameWeekdayLastYear(day: Day): Day {
  return addDays(day, -364);
}

/** The range directly before, of equal length. [CAL-72] */
export function previousRange(current: DayRange, settings: CalendarSettings): Comparison {
  const length = lengthOf(current);
  return comparisonOf(current, { from: addDays(current.from, -length), to: addDays(current.from, -1) }, 'chosen', settings);
}

/**
 * The part of the previous period that matches a range in its period: as many days from its start. [CAL-73]
 * 1–10 February against 1–10 January. A whole period is compared with the whole previous one, whatever their lengths; a part
 * longer than the previous period is compared with all of it, and the note says so.
 */
export function previousPeriodToDate(current: DayRange, grain: Grain, settings: CalendarSettings): Comparison {
  const period = periodOf(current.from, grain, settings);
  const before = previousPeriod(period, settings);
  const why = grain === 'year' ? 'leap-day' : 'month-length';
  if (sameRange(current, period)) return comparisonOf(current, before, why, settings);
  const start = toDayNumber(before.from) + toDayNumber(current.from) - toDayNumber(period.from);
  const last = toDayNumber(before.to);
  const other = rangeOfNumbers(Math.min(start, last), Math.min(start + lengthOf(current) - 1, last));
  return comparisonOf(current, other, why, settings);
}

/**
 * The same dates a year before; a whole period against the whole period of the same name. [CAL-74, MEA-19]
 * 29 February meets 28 February; where only one of the ranges holds a leap day, the note says so.
 */
export function sameDatesLastYear(current: DayRange, settings: CalendarSettings, grain?: Grain): Comparison {
  const period = grain === undefined ? undefined : periodOf(current.from, grain, settings);
  if (period && sameRange(current, period)) {
    return comparisonOf(current, samePeriodLastYear(period, settings), 'leap-day', settings);
  }
  return comparisonOf(current, { from: addMonths(current.from, -12), to: addMonths(current.to, -12) }, 'leap-day', settings);
}

/** The same weekdays a year before: both ends 364 days earlier, so that a Monday meets a Monday. [CAL-71] */
export function sameWeekdaysLastYear(current: DayRange, settings: CalendarSettings): Comparison {
  const other = { from: sameWeekdayLastYear(current.from), to: sameWeekdayLastYear(current.to) };
  return withNote(comparisonOf(current, other, 'chosen', settings), { kind: 'weekdays-match' });
}

/** A season of a year against the same season of the year before; both as long as they really were. [CAL-75] */
export function seasonLastYear(season: Season, year: number, settings: CalendarSettings): Comparison {
  return comparisonOf(seasonIn(season, year, settings), seasonIn(season, year - 1, settings), 'season-length', settings);
}

/** Two ranges that someone chose, such as a stable window of an earlier year. [MEA-19] */
export function chosenRange(current: DayRange, other: DayRange, settings: CalendarSettings): Comparison {
  return comparisonOf(current, other, 'chosen', settings);
}

/**
 * Cuts a range at the last day that is over, for comparisons to date; undefined when no day of it is. [CAL-76]
 * Compare the cut range, then add the note it comes with.
 */
export function finishedPart(range: DayRange, lastFinished: Day): FinishedPart | undefined {
  if (range.to <= lastFinished) return { range };
  if (range.from > lastFinished) return undefined;
  return { range: { from: range.from, to: lastFinished }, note: { kind: 'unfinished-days-left-out', through: lastFinished } };
}

export interface FinishedPart {
  readonly range: DayRange;
  readonly note?: ComparisonNote;
}

export function withNote(comparison: Comparison, note: ComparisonNote | undefined): Comparison {
  return note ? { ...comparison, notes: [...comparison.notes, note] } : comparison;
}

function comparisonOf(current: DayRange, other: DayRange, why: LengthReason, settings: CalendarSettings): Comparison {
  const days = lengthOf(current);
  const otherDays = lengthOf(other);
  const length: LengthNote =
    days === otherDays
      ? { kind: 'same-length', days }
      : { kind: 'length-differs', current: days, other: otherDays, why: reasonOf(current, other, why) };
  const worked = businessDaysIn(current, settings);
  const otherWorked = businessDaysIn(other, settings);
  const comparison: Comparison = { current, other, notes: [length] };
  if (worked === otherWorked) return comparison;
  return withNote(comparison, { kind: 'business-days-differ', current: worked, other: otherWorked });
}

function reasonOf(current: DayRange, other: DayRange, why: LengthReason): LengthReason {
  if (why === 'leap-day') return leapDaysIn(current) === leapDaysIn(other) ? 'month-length' : 'leap-day';
  return why;
}

function leapDaysIn(range: DayRange): number {
  let count = 0;
  for (let year = partsOf(range.from).year; year <= partsOf(range.to).year; year++) {
    if (isLeapYear(year) && contains(range, fromDayNumber(dayNumberOf(year, 2, 29)))) count += 1;
  }
  return count;
}
