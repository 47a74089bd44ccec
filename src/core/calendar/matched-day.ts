import { holidayName } from './business-day.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { addDays, type Day, fromDayNumber, partsOf, toDayNumber } from './day.ts';
import { type DayRange, daysIn } from './day-range.ts';
import { japaneseHolidays } from './japanese-holiday.ts';
import { JAPANESE_SEASONS, type Season, seasonIn, seasonOn } from './season.ts';

/** A day and the day of the year before that customers lived through in the same way. */
export interface MatchedDay {
  readonly day: Day;
  readonly other: Day;
  readonly by: 'season' | 'holiday' | 'weekday';
}

/**
 * Matches each day of a range with a day of the year before. [CAL-77]
 *
 * How   a day of a season meets the day of last year's season as far from its start (its last day where it was shorter);
 *       a public holiday meets last year's holiday of the same name; any other day the nearest same weekday of last year
 *       (364, else 371 or 357 days before) that is neither holiday nor season
 * Not   for totals: two days may meet the same day, so the matched days do not add up to a period. For lines over each other.
 */
export function matchedDays(
  range: DayRange,
  settings: CalendarSettings,
  seasons: readonly Season[] = JAPANESE_SEASONS,
): readonly MatchedDay[] {
  return daysIn(range).map(day => matched(day, settings, seasons));
}

/** Last year's public holiday of the same name; undefined for other days and for holidays that are new. */
export function sameHolidayLastYear(day: Day, settings: CalendarSettings): Day | undefined {
  const name = settings.holidays === 'jp' ? holidayName(day, { ...settings, companyHolidays: [] })?.ja : undefined;
  if (name === undefined) return undefined;
  const wanted = String(partsOf(day).year - 1);
  for (const holiday of japaneseHolidays()) {
    if (holiday.day.startsWith(wanted) && holiday.name.ja === name) return holiday.day;
  }
  return undefined;
}

function matched(day: Day, settings: CalendarSettings, seasons: readonly Season[]): MatchedDay {
  const inSeason = seasonOn(day, seasons, settings);
  if (inSeason) {
    const now = seasonIn(inSeason.season, inSeason.year, settings);
    const before = seasonIn(inSeason.season, inSeason.year - 1, settings);
    const other = toDayNumber(before.from) + toDayNumber(day) - toDayNumber(now.from);
    return { day, other: fromDayNumber(Math.min(other, toDayNumber(before.to))), by: 'season' };
  }
  const holiday = sameHolidayLastYear(day, settings);
  if (holiday !== undefined) return { day, other: holiday, by: 'holiday' };
  const ordinary = [-364, -371, -357].map(days => addDays(day, days)).find(other => isOrdinary(other, settings, seasons));
  return { day, other: ordinary ?? addDays(day, -364), by: 'weekday' };
}

function isOrdinary(day: Day, settings: CalendarSettings, seasons: readonly Season[]): boolean {
  return holidayName(day, settings) === undefined && seasonOn(day, seasons, settings) === undefined;
}
