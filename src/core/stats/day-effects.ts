import { isBusinessDay } from '../calendar/business-day.ts';
import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { addDays, type Day, dayOfWeek, fromDayNumber, toDayNumber } from '../calendar/day.ts';
import { JAPANESE_SEASONS, seasonOn } from '../calendar/season.ts';
import { at } from './at.ts';
import { leastSquares } from './least-squares.ts';
import { medianOf } from './quantile.ts';

/** What is known of days before any value is seen: one row of 0 and 1 per day. */
export type DayRows = readonly (readonly number[])[];

const SUNDAY = 6;
const HOLIDAY = 7;
const SEASON = 8;
const MONTH_END = 11;
const WIDTH = 12;

/**
 * The kinds of days from a first day on: weekday, day off on a weekday (which is a Sunday with a difference of its own), 年末年始, ゴール
 * デンウィーク, お盆, and the last three business days of a month. [FOR-16]
 */
export function dayRows(first: Day, count: number, calendar: CalendarSettings): DayRows {
  const start = toDayNumber(first);
  const days = Array.from({ length: count + 1 }, (_, i) => fromDayNumber(start + i));
  return days.slice(0, count).map((day, i) => {
    const row = new Array<number>(WIDTH).fill(0);
    const isHoliday = dayOfWeek(day) <= 5 && !isBusinessDay(day, calendar);
    row[isHoliday ? SUNDAY : dayOfWeek(day) - 1] = 1;
    if (isHoliday) row[HOLIDAY] = 1;
    const season = calendar.holidays === 'jp' ? seasonOn(day, JAPANESE_SEASONS, calendar)?.season : undefined;
    if (season) row[SEASON + JAPANESE_SEASONS.indexOf(season)] = 1;
    if (!isHoliday && dayOfWeek(day) <= 5 && endsMonth(days[i] ?? day, calendar)) row[MONTH_END] = 1;
    return row;
  });
}

/** Whether a day is off on a weekday, or in one of the calendar's seasons: like no other day. */
export function isUnusual(row: readonly number[]): boolean {
  return row.slice(HOLIDAY, MONTH_END).includes(1);
}

const LAST_BUSINESS_DAYS = 3;

function endsMonth(day: Day, calendar: CalendarSettings): boolean {
  let left = 0;
  for (let next = day; next.slice(0, 7) === day.slice(0, 7); next = addDays(next, 1)) {
    if (isBusinessDay(next, calendar)) left += 1;
    if (left > LAST_BUSINESS_DAYS) return false;
  }
  return true;
}

/** Days on either side that the level of a day is taken from. */
const REACH = 14;
const ROUNDS = 2;

/** A kind of day seen this often is believed half. */
const DOUBT = 1.5;

/**
 * What each kind of day adds on the working scale; with the mean of all history days 0. [FOR-16]
 *
 * In    values on the working scale, null for gaps; their rows
 * Out   one coefficient per kind
 * How   differences to the moving median of four weeks, by least squares with a ridge of one and a half observations, twice: the second
 *       level is taken from values without the first effects
 */
export function dayEffects(values: readonly (number | null)[], rows: DayRows): readonly number[] {
  let effects: readonly number[] = new Array<number>(WIDTH).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const plain = values.map((value, t) => (value === null ? null : value - effectOf(effects, rows[t])));
    const chosen: (readonly number[])[] = [];
    const rests: number[] = [];
    for (const [t, value] of values.entries()) {
      const row = rows[t];
      if (value === null || !row) continue;
      const around = plain.slice(Math.max(0, t - REACH), t + REACH + 1).filter(near => near !== null);
      chosen.push(row);
      rests.push(value - (medianOf(around) ?? value));
    }
    if (chosen.length === 0) return effects;
    effects = leastSquares(chosen, rests, DOUBT / chosen.length);
  }
  return effects;
}

export function effectOf(effects: readonly number[], row: readonly number[] | undefined): number {
  return row ? row.reduce((sum, value, i) => sum + (value === 0 ? 0 : value * at(effects, i)), 0) : 0;
}
