import { isBusinessDay } from '#core/calendar/business-day.ts';
import { type CalendarSettings, defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { addDays, type Day, dayOfWeek, parseDay } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';

/** The last day of the demo: everything stands as of its evening. [DMO-01] */
export const DEMO_TODAY = day('2026-11-20');

/** First day of which there are files. */
export const FIRST_DAY = day('2025-04-01');

/** Where the demo's clock stands: the morning after, nine o'clock in Tokyo. */
export const DEMO_NOW = '2026-11-21T00:00:00.000Z';

/** Web figures arrive a day late. */
export const YESTERDAY = addDays(DEMO_TODAY, -1);

/** The criteria for an MQL were loosened. */
export const LOOSENED = day('2026-08-05');

/** The web tag was missing after a release. */
export const OUTAGE: DayRange = { from: day('2026-06-16'), to: day('2026-06-18') };

export const EXHIBITIONS: readonly DayRange[] = [
  { from: day('2025-06-25'), to: day('2025-06-27') },
  { from: day('2026-06-24'), to: day('2026-06-26') },
];

/** The autumn campaign for the guide to download. */
export const CAMPAIGN: DayRange = { from: day('2026-09-14'), to: day('2026-10-16') };

export const CALENDAR: CalendarSettings = { ...defaultCalendar, zone: 'Asia/Tokyo', fiscalYearStarts: 4, holidays: 'jp' };

export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(`no such day: ${text}`);
  return found;
}

export function isIn(range: DayRange, on: Day): boolean {
  return range.from <= on && on <= range.to;
}

/** How busy a day is for people who look for business software; a plain Tuesday has 118. */
export function workloadOf(on: Day): number {
  const base = WEEKDAYS[dayOfWeek(on) - 1] ?? 0;
  const quiet = QUIET.find(({ from, to }) => on.slice(5) >= from && on.slice(5) <= to);
  if (!isBusinessDay(on, CALENDAR)) return quiet ? 10 : Math.min(base, 20);
  return quiet ? Math.floor((base * quiet.percent) / 100) : base;
}

const WEEKDAYS = [100, 118, 112, 106, 90, 20, 18];

/** Golden Week, Obon and the turn of the year; days between the holidays are slow too. Year-end runs over New Year, hence two. */
const QUIET: readonly { readonly from: string; readonly to: string; readonly percent: number }[] = [
  { from: '04-28', to: '05-06', percent: 55 },
  { from: '08-10', to: '08-16', percent: 45 },
  { from: '12-28', to: '12-31', percent: 15 },
  { from: '01-01', to: '01-05', percent: 15 },
];
