import type { ColumnId, EventDataset } from '#core/measure/dataset.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';

/** The live rows of people in an event dataset, as columns. */
export interface EventRowsRequest {
  readonly dataset: EventDataset & { readonly person: ColumnId };
  readonly live: readonly LiveSegment[];
  /** Text columns that are wanted beside time and person. */
  readonly texts: readonly ColumnId[];
  /** A column whose values are wanted in units of 10^−digits. */
  readonly value?: { readonly column: ColumnId; readonly digits: number };
}

/** Some rows: columns of one length, in no order. */
export interface EventRows {
  readonly length: number;
  /** Ms since 1970 of the time as it is written (a clock on the wall), days at midnight. */
  readonly time: readonly number[];
  readonly person: readonly string[];
  /** In the order of the request. */
  readonly texts: readonly (readonly (string | null)[])[];
  /** Whole numbers; null where there is none. Absent when none were asked for. */
  readonly value?: readonly (number | null)[];
}
