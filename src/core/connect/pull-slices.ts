import { addDays, type Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';

/** What decides which days are asked for. */
export interface PullPlan {
  /** The first day that is wanted at all. */
  readonly since: Day;
  /** The newest day that is in; null before the first pull. */
  readonly through: Day | null;
  readonly today: Day;
  /** Days before yesterday that are asked for again because the service still corrects them. */
  readonly restates: number;
  readonly sliceDays: number;
}

/**
 * The days to ask for, cut into slices, oldest first. [CON-02]
 * The first pull begins at the chosen day. Later ones begin the day after the newest that is in, less the days that are still
 * restated, and never before the chosen day. Today is never asked for: it is not over.
 */
export function pullSlices({ since, through, today, restates, sliceDays }: PullPlan): readonly DayRange[] {
  const last = addDays(today, -1);
  const next = through === null ? since : addDays(through < last ? through : last, 1 - Math.min(restates, MOST_DAYS));
  const slices: DayRange[] = [];
  for (let from = next > since ? next : since; from <= last; from = addDays(from, Math.min(sliceDays, MOST_DAYS))) {
    const to = addDays(from, Math.min(sliceDays, MOST_DAYS) - 1);
    slices.push({ from, to: to < last ? to : last });
  }
  return slices;
}

/** Longer than any data there are, and short enough for the calendar. */
const MOST_DAYS = 20_000;
