import type { Text } from '../text/text.ts';
import { isBusinessDay } from './business-day.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { addDays, type Day, dayNumberOf, fromDayNumber, partsOf } from './day.ts';
import { contains, type DayRange } from './day-range.ts';

/** A named time of the year that customers and offices treat as one, such as ゴールデンウィーク. */
export interface Season {
  readonly id: string;
  readonly name: Text;
  readonly from: MonthDay;
  /** Inclusive; before `from` when the season runs into the next year. */
  readonly to: MonthDay;
  /** Whether weekends and holidays that touch it belong to it. */
  readonly withAdjoiningDaysOff: boolean;
}

export interface MonthDay {
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** The three breaks in which Japanese business differs most from its neighbours; organisations may list their own. */
export const JAPANESE_SEASONS: readonly Season[] = [
  {
    id: 'new-year',
    name: { ja: '年末年始', en: 'New Year holidays' },
    from: { month: 12, day: 29 },
    to: { month: 1, day: 3 },
    withAdjoiningDaysOff: true,
  },
  {
    id: 'golden-week',
    name: { ja: 'ゴールデンウィーク', en: 'Golden Week' },
    from: { month: 4, day: 29 },
    to: { month: 5, day: 5 },
    withAdjoiningDaysOff: true,
  },
  {
    id: 'obon',
    name: { ja: 'お盆', en: 'Obon' },
    from: { month: 8, day: 13 },
    to: { month: 8, day: 16 },
    withAdjoiningDaysOff: false,
  },
];

/** The days of a season that begins in a calendar year. [CAL-70] */
export function seasonIn(season: Season, year: number, settings: CalendarSettings): DayRange {
  const endYear = isBefore(season.to, season.from) ? year + 1 : year;
  let from = fromDayNumber(dayNumberOf(year, season.from.month, season.from.day));
  let to = fromDayNumber(dayNumberOf(endYear, season.to.month, season.to.day));
  if (season.withAdjoiningDaysOff) {
    while (!isBusinessDay(addDays(from, -1), settings)) from = addDays(from, -1);
    while (!isBusinessDay(addDays(to, 1), settings)) to = addDays(to, 1);
  }
  return { from, to };
}

/** The season a day lies in, with the year the season begins in. */
export function seasonOn(
  day: Day,
  seasons: readonly Season[],
  settings: CalendarSettings,
): { readonly season: Season; readonly year: number } | undefined {
  const { year: ofDay } = partsOf(day);
  for (const season of seasons) {
    for (const year of [ofDay, ofDay - 1]) if (contains(seasonIn(season, year, settings), day)) return { season, year };
  }
  return undefined;
}

function isBefore(a: MonthDay, b: MonthDay): boolean {
  return a.month < b.month || (a.month === b.month && a.day < b.day);
}
