import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { parseDay } from '#core/calendar/day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import type { Lang } from '#core/text/text.ts';

/** The name of a plan's month: 2026年12月 for `2026-12`. */
export function monthName(key: string, lang: Lang, calendar: CalendarSettings, length: 'full' | 'short' = 'full'): string {
  const day = parseDay(`${key}-01`);
  return day ? formatPeriod({ grain: 'month', from: day, to: day }, lang, { ...calendar, closingDay: 'month-end' }, length) : key;
}
