import type { Day } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';

/** A file as the company's people export it and bring it in. */
export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Days it is about. */
  readonly days: DayRange;
  /** The day somebody imports it, and who. */
  readonly arrives: Day;
  readonly by: string;
}
