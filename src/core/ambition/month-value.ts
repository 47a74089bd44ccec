import type { DayRange } from '../calendar/day-range.ts';

/** What a KPI was in a month; null: nothing is known of it. */
export interface MonthValue extends DayRange {
  readonly value: number | null;
}
