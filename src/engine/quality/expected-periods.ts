import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { type Period, periodOf, shiftPeriod } from '#core/calendar/period.ts';
import type { Refresh } from '#core/metric/definitions.ts';

/** How many finished periods are looked at. */
const LOOKED_AT = { day: 30, week: 13, month: 12 } as const;

/**
 * The finished periods for which a source promises a value, oldest first: 30 days, 13 weeks or 12 months. [QUA-01]
 * Empty where it promises nothing. Values that are typed in are promised by the month.
 */
export function expectedPeriods(refresh: Refresh | null, today: Day, calendar: CalendarSettings): readonly Period[] {
  const grain = grainOf(refresh);
  if (grain === undefined) return [];
  const running = periodOf(today, grain, calendar);
  return Array.from({ length: LOOKED_AT[grain] }, (_, place) => shiftPeriod(running, place - LOOKED_AT[grain], calendar));
}

export function grainOf(refresh: Refresh | null): 'day' | 'week' | 'month' | undefined {
  switch (refresh) {
    case 'hourly':
    case 'daily':
      return 'day';
    case 'weekly':
      return 'week';
    case 'monthly':
    case 'manual':
      return 'month';
    case 'push':
    case null:
      return undefined;
  }
}
