import { addDays, parseDay } from '#core/calendar/day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { useFigures } from '../ui/figures.ts';

/** The name of a comment's period: 2026年10月 for `2026-10`; weeks by their first day: 4/6〜4/12の週 for `2026-04-06`. */
export function usePeriodName(): (period: string) => string {
  const { lang, calendar } = useFigures();
  return period => {
    const week = parseDay(period);
    if (week) return formatPeriod({ grain: 'week', from: week, to: addDays(week, 6) }, lang, calendar, 'short');
    const day = parseDay(`${period}-01`);
    return day ? formatPeriod({ grain: 'month', from: day, to: day }, lang, { ...calendar, closingDay: 'month-end' }) : period;
  };
}
