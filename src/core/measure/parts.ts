import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import type { Condition } from '../metric/measurement.ts';
import type { ColumnId, Dataset, EventDataset } from './dataset.ts';
import type { LiveSegment } from './live-segments.ts';
import type { Decimal } from './observation.ts';
import type { RowExpression } from './row-expression.ts';

/**
 * What a warehouse is asked: figures over the rows of one dataset, per period and slice, that can be re-combined without
 * loss. The answer holds exact sums and counts only; states, ratios and rounding are made from them in `assemble`. [OBS-10]
 */
export interface PartsRequest {
  readonly dataset: Dataset;
  readonly take: Take;
  /** Explicit ranges of days; they may overlap. A row of several days is in a period only with all of them. */
  readonly periods: readonly DayRange[];
  /** Columns that make the slices; none gives one slice. */
  readonly by: readonly ColumnId[];
  readonly where: readonly Condition[];
  /** Rows outside these segments do not exist. */
  readonly live: readonly LiveSegment[];
  /** Where the take is about the dataset's people: what says who is whom. [IDN-03] */
  readonly people?: readonly PeopleSource[];
}

/** A dataset whose rows say that ids of one column are those of its person. */
export interface PeopleSource {
  readonly dataset: EventDataset & { readonly person: ColumnId };
  readonly column: ColumnId;
  readonly as: ColumnId;
  readonly live: readonly LiveSegment[];
}

export type Take =
  | { readonly kind: 'rows' }
  /** Σ of a row expression and the number of rows where it has a value. */
  | { readonly kind: 'sum'; readonly expression: RowExpression }
  /** As `sum`, over the rows whose own days are exactly the period: for figures that cannot be added (a source's own count of people). */
  | { readonly kind: 'single'; readonly expression: RowExpression }
  /** As `sum`, per days that rows are for, over all rows that overlap the periods; the answer has one part per slice. */
  | { readonly kind: 'spans'; readonly expression: RowExpression }
  | { readonly kind: 'distinct'; readonly column: ColumnId }
  | { readonly kind: 'repeaters'; readonly column: ColumnId; readonly having: ColumnId; readonly atLeast: number }
  /** Sum over the rows of the newest day with a value. */
  | { readonly kind: 'last'; readonly column: ColumnId }
  /** Pairs of a first event and the first other event at or after it, of the same `of`; in the period of the latter. */
  | {
      readonly kind: 'between';
      readonly of: ColumnId;
      readonly from: readonly Condition[];
      readonly to: readonly Condition[];
      /** Told apart by the seconds between them too, not only by their days. */
      readonly precise?: true;
    };

export type PartsAnswer =
  | { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly coarse: readonly CoarseRows[] }
  /** A sum or product needs more than 38 digits. */
  | { readonly kind: 'overflow' };

/** The figure of one period and slice; periods and slices without rows have none. */
export interface Part {
  /** Place in the request's periods. */
  readonly period: number;
  /** Values in the order of `by`; the empty string is "not set". */
  readonly slice: readonly string[];
  readonly figure: Figure;
}

export type Figure =
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'sum'; readonly rows: number; readonly valued: number; readonly sum: Decimal }
  /** `exact`: rows whose days are exactly the period's, and that have a value. */
  | { readonly kind: 'single'; readonly rows: number; readonly exact: number; readonly sum: Decimal }
  | { readonly kind: 'distinct'; readonly rows: number; readonly distinct: number }
  | { readonly kind: 'last'; readonly day: Day; readonly sum: Decimal }
  | { readonly kind: 'spans'; readonly spans: readonly SpanSum[] }
  | { readonly kind: 'between'; readonly pairs: readonly PairCount[] };

/** What the rows for these days add up to. */
export interface SpanSum extends DayRange {
  readonly rows: number;
  readonly valued: number;
  readonly sum: Decimal;
}

/** How many pairs began and ended on these days. */
export interface PairCount extends DayRange {
  readonly count: number;
  /** Between the two events; only where the question was precise. */
  readonly seconds?: number;
}

/** Rows of several days that overlap the periods asked for without lying inside one: they cannot be booked. */
export interface CoarseRows extends DayRange {
  readonly slice: readonly string[];
}

/** Asks which days the rows of an aggregate dataset speak for; an event dataset's days are its live segments. [OBS-03] */
export interface CoverageRequest {
  readonly dataset: Dataset;
  readonly live: readonly LiveSegment[];
  readonly within: DayRange;
}

/** Asks how many things had begun by the end of each period and were not over. */
export interface OpenRequest {
  readonly dataset: Dataset;
  readonly take: Extract<Take, { kind: 'between' }>;
  readonly periods: readonly DayRange[];
  readonly where: readonly Condition[];
  readonly live: readonly LiveSegment[];
}
