import { type CalendarSettings, WEEKDAYS, type Weekday } from '../calendar/calendar-settings.ts';
import { addDays, type Day, dayOfWeek } from '../calendar/day.ts';
import { dayOfInstant, parseInstant } from '../calendar/instant.ts';
import type { Instant } from '../measure/live-segments.ts';

/** When a connection is pulled on its own. [CON-09] */
export type Schedule =
  | { readonly every: 'never' }
  | { readonly every: 'hour' }
  /** `at`: `HH:MM` in the workspace's zone. */
  | { readonly every: 'day'; readonly at: string }
  | { readonly every: 'week'; readonly on: Weekday; readonly at: string };

/**
 * The first moment of a schedule after another one; null for one that never comes.
 * Hours of a day are those that clocks show: 06:00 stays 06:00 when they change.
 */
export function nextRun(schedule: Schedule, after: Instant, { zone }: Pick<CalendarSettings, 'zone'>): Instant | null {
  const moment = Date.parse(after);
  switch (schedule.every) {
    case 'never':
      return null;
    case 'hour':
      return instantOf((Math.floor(moment / HOUR) + 1) * HOUR);
    case 'day':
      return firstOf(moment, zone, schedule.at, () => true);
    case 'week':
      return firstOf(moment, zone, schedule.at, day => WEEKDAYS[dayOfWeek(day) - 1] === schedule.on);
  }
}

const HOUR = 3_600_000;

function firstOf(moment: number, zone: string, at: string, isMeant: (day: Day) => boolean): Instant | null {
  const today = dayOfInstant(moment, zone);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = addDays(today, ahead);
    const then = isMeant(day) ? parseInstant(`${day} ${at}:00`, zone) : undefined;
    if (then !== undefined && then > moment) return instantOf(then);
  }
  return null;
}

function instantOf(moment: number): Instant {
  return new Date(moment).toISOString();
}
