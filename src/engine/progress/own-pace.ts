import { isBusinessDay } from '#core/calendar/business-day.ts';
import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { dayOfWeek } from '#core/calendar/day.ts';
import type { PaceProfile } from '#core/calendar/pace.ts';
import type { Cell } from '#core/measure/observation.ts';
import { numberOf } from '#core/measure/observation.ts';

/** Days of history a weekday profile is made from: twelve whole weeks. */
export const PACE_DAYS = 84;
/** Fewer days with a value tell nothing about weekdays. */
const LEAST_DAYS = 56;
/** Below this share of days off, a metric is one of business days. */
const BUSINESS_ONLY = 0.03;
const BUSINESS_DAYS: PaceProfile = { kind: 'business-days' };

/**
 * How a flow comes in over the days of a month, from its own recent past. [PRG-06, CNV-04]
 *
 * In    one cell per day; days without data are left out
 * Out   the mean of each weekday; business days where next to nothing falls on days off, and where the past is too short or
 *       too negative to tell
 */
export function paceFrom(days: readonly Cell[], calendar: CalendarSettings): PaceProfile {
  const values = days.flatMap(({ from, observation }) => {
    const value = numberOf(observation);
    return value === undefined ? [] : [{ day: from, value }];
  });
  const total = values.reduce((sum, { value }) => sum + value, 0);
  if (values.length < LEAST_DAYS || !(total > 0) || values.some(({ value }) => value < 0)) return BUSINESS_DAYS;
  const off = values.reduce((sum, { day, value }) => (isBusinessDay(day, calendar) ? sum : sum + value), 0);
  if (off / total < BUSINESS_ONLY) return BUSINESS_DAYS;
  const mean = (weekday: number): number => {
    const own = values.filter(({ day }) => dayOfWeek(day) === weekday);
    const sum = own.reduce((all, { value }) => all + value, 0);
    return own.length === 0 ? 0 : Math.round((sum / own.length / total) * 1e9);
  };
  return { kind: 'weights', weekday: [mean(1), mean(2), mean(3), mean(4), mean(5), mean(6), mean(7)] };
}
