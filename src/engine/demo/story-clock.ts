import type { Day } from '#core/calendar/day.ts';
import { startOfDay } from '#core/calendar/instant.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import { CALENDAR } from './demo-days.ts';

/** Stands where the story stands: the demo's history is written as if people had written it day by day. [DMO-05] */
export class StoryClock {
  private at: number;

  constructor(day: Day, time = '09:00') {
    this.at = momentOf(day, time);
  }

  /** Moves on to a moment; earlier than where it stands already, it stays, so that the history never runs backwards. */
  moveTo(day: Day, time = '09:00'): void {
    this.at = Math.max(this.at, momentOf(day, time));
  }

  /** Every look at the clock takes a second. */
  readonly now = (): Instant => {
    this.at += 1000;
    return new Date(this.at).toISOString();
  };
}

function momentOf(day: Day, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(day, CALENDAR.zone) + (hours * 60 + minutes) * 60_000;
}
