import { addBusinessDays, businessDaysBetween } from '../../calendar/business-day.ts';
import type { CalendarSettings } from '../../calendar/calendar-settings.ts';
import type { Day } from '../../calendar/day.ts';
import type { KeyedMonth } from '../../calendar/month-key.ts';
import type { MetricId } from '../../metric/measurement.ts';

/** Who types the values of a metric, and by when. [DUE-01] */
export interface ValueDuty {
  readonly metric: MetricId;
  readonly owner: string;
  /** Business day of the following month, from 1. */
  readonly due: number;
  /** Business days before it on which the reminder begins. */
  readonly remind: number;
  /** The first month that is owed, `2026-11`. */
  readonly since: string;
}

/** A value that somebody should type now. */
export interface OwedValue {
  readonly metric: MetricId;
  readonly owner: string;
  readonly month: string;
  readonly due: Day;
  /** Business days since then; 0 on the day itself and before. */
  readonly late: number;
}

/** The most that a duty may ask for: a business month has no more days. */
export const LATEST_DUE = 20;

/**
 * The months whose value is due or soon will be, oldest first. [DUE-02]
 * A month is owed once it is over, from the first month of the duty on, until it has a value or is closed finally.
 */
export function owedValues(
  { metric, owner, due, remind, since }: ValueDuty,
  months: readonly KeyedMonth[],
  isSettled: (month: string) => boolean,
  today: Day,
  calendar: CalendarSettings,
): readonly OwedValue[] {
  return months.flatMap(({ key, range }) => {
    if (key < since || range.to >= today || isSettled(key)) return [];
    const dueDay = addBusinessDays(range.to, due, calendar);
    if (today < addBusinessDays(dueDay, -remind, calendar)) return [];
    return [{ metric, owner, month: key, due: dueDay, late: today > dueDay ? businessDaysBetween(dueDay, today, calendar) : 0 }];
  });
}
