import type { CalendarSettings } from './calendar-settings.ts';
import {
  type Comparison,
  chosenRange,
  finishedPart,
  previousPeriodToDate,
  previousRange,
  sameDatesLastYear,
  sameWeekdaysLastYear,
  seasonLastYear,
  withNote,
} from './comparison.ts';
import { addDays, addMonths, type Day } from './day.ts';
import { contains, type DayRange, sameRange } from './day-range.ts';
import { matchedDays } from './matched-day.ts';
import { type Grain, periodOf } from './period.ts';
import { JAPANESE_SEASONS, seasonIn, seasonOn } from './season.ts';

/**
 * What a value can be held against. [CAL-79]
 * `previous`: as many days directly before · `previous-period`: the same part of the period before · `last-year`: the same dates ·
 * `last-year-weekdays`: 364 days before · `last-year-holidays`: last year's season or, for single days, the day lived through in the
 * same way · `chosen`: any days
 */
export const COMPARED_WITH = [
  'previous',
  'previous-period',
  'last-year',
  'last-year-weekdays',
  'last-year-holidays',
  'chosen',
] as const;
export type ComparedWith = (typeof COMPARED_WITH)[number];

/** The last days or months that are over. [CAL-79] */
export const ROLLING = ['7-days', '28-days', '90-days', '12-months'] as const;
export type Rolling = (typeof ROLLING)[number];

/**
 * A range and what it is held against, like for like: of a range that is not over only its finished days count. [CAL-76, CAL-79]
 *
 * In    `lastFinished`: the last day that is over · `grain`: of what the range is a period or a part; where it is not said, the shortest
 *       period of the calendar that holds all of it · `chosen`: needed by `chosen` alone
 * Out   undefined where no day is over, where nothing was chosen, and for a range of several days that is no season when last
 *       year's holidays are asked for: matched days do not add up
 */
export function comparedWith(
  range: DayRange,
  way: ComparedWith,
  settings: CalendarSettings,
  { lastFinished, grain, chosen }: { readonly lastFinished: Day; readonly grain?: Grain; readonly chosen?: DayRange },
): Comparison | undefined {
  const part = finishedPart(range, lastFinished);
  const found = part && laidBeside(part.range, way, settings, grain, chosen);
  return found && withNote(found, part.note);
}

function laidBeside(
  current: DayRange,
  way: ComparedWith,
  settings: CalendarSettings,
  grain: Grain | undefined,
  chosen: DayRange | undefined,
): Comparison | undefined {
  switch (way) {
    case 'previous':
      return previousRange(current, settings);
    case 'previous-period':
      return previousPeriodToDate(current, grain ?? grainAround(current, settings), settings);
    case 'last-year':
      return sameDatesLastYear(current, settings, grain ?? grainAround(current, settings));
    case 'last-year-weekdays':
      return sameWeekdaysLastYear(current, settings);
    case 'last-year-holidays':
      return holidaysLastYear(current, settings);
    case 'chosen':
      return chosen && chosenRange(current, chosen, settings);
  }
}

function holidaysLastYear(current: DayRange, settings: CalendarSettings): Comparison | undefined {
  if (current.from === current.to) {
    const other = matchedDays(current, settings)[0]?.other;
    return other && chosenRange(current, { from: other, to: other }, settings);
  }
  const found = seasonOn(current.from, JAPANESE_SEASONS, settings);
  return found && sameRange(seasonIn(found.season, found.year, settings), current)
    ? seasonLastYear(found.season, found.year, settings)
    : undefined;
}

function grainAround(range: DayRange, settings: CalendarSettings): Grain {
  const grains = ['day', 'week', 'month', 'quarter', 'half'] as const;
  const whole = grains.find(grain => sameRange(periodOf(range.from, grain, settings), range));
  return whole ?? grains.slice(2).find(grain => contains(periodOf(range.from, grain, settings), range.to)) ?? 'year';
}

/** The range that ends with the last day that is over: 7, 28 or 90 days, or 12 months to the same day of the month. [CAL-79] */
export function rollingRange(rolling: Rolling, lastFinished: Day): DayRange {
  switch (rolling) {
    case '7-days':
      return { from: addDays(lastFinished, -6), to: lastFinished };
    case '28-days':
      return { from: addDays(lastFinished, -27), to: lastFinished };
    case '90-days':
      return { from: addDays(lastFinished, -89), to: lastFinished };
    case '12-months':
      return { from: addMonths(addDays(lastFinished, 1), -12), to: lastFinished };
  }
}
