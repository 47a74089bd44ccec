import type { CalendarSettings } from './calendar-settings.ts';
import type { Day } from './day.ts';
import type { DayRange } from './day-range.ts';
import { type Grain, type Period, periodAt, periodIndexOf } from './period.ts';

/** What of a period lies inside a range of days. */
export interface PeriodPart extends DayRange {
  readonly period: Period;
  /** Whether days of the period lie outside the range: such a part is never compared with a whole period. */
  readonly clipped: boolean;
}

/**
 * Cuts the days from the first to the last (both included) into periods: every day is in exactly one part, in order. [CAL-16]
 * Empty when `to` is before `from`.
 */
export function periodsBetween(from: Day, to: Day, grain: Grain, settings: CalendarSettings): readonly PeriodPart[] {
  if (to < from) return [];
  const first = periodIndexOf(from, grain, settings);
  const last = periodIndexOf(to, grain, settings);
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const period = periodAt(first + step, grain, settings);
    const begin = period.from < from ? from : period.from;
    const end = period.to > to ? to : period.to;
    return { period, from: begin, to: end, clipped: begin !== period.from || end !== period.to };
  });
}
