import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import { dayOfInstant, startOfDay } from '#core/calendar/instant.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { App } from './app.ts';

/** Today in the workspace's zone: the first day that is not over. */
export function todayOf({ effects }: Pick<App, 'effects'>, { zone }: Pick<CalendarSettings, 'zone'>): Day {
  return dayOfInstant(Date.parse(effects.now()), zone);
}

/** The last moment of a day in a zone. */
export function endOfDay(day: Day, { zone }: Pick<CalendarSettings, 'zone'>): Instant {
  return new Date(startOfDay(addDays(day, 1), zone) - 1).toISOString();
}
