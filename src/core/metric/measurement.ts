import type { Formula } from '../formula/ast.ts';
import type { ColumnId, DatasetId } from '../measure/dataset.ts';
import type { Decimal } from '../measure/observation.ts';
import type { Currency } from '../unit/unit.ts';

/** Id of a metric: a catalogue entry, a plan's own node, or a workspace's own definition. */
export type MetricId = string;

/**
 * How a workspace obtains the values of a metric: from rows of one dataset, or from other metrics. [MET-01]
 * Row expressions are formulas over column ids; they compile to bound SQL. Formulas over metrics are evaluated in core.
 */
export type Measurement = RowMeasurement | DerivedMeasurement;

export type RowMeasurement =
  /** Σ of a row expression (`quantity * unit-price`). */
  | {
      readonly kind: 'sum';
      readonly dataset: DatasetId;
      readonly expression: Formula;
      readonly where: readonly Condition[];
      readonly convert?: Conversion;
      readonly allocate?: Allocation;
    }
  /** Number of rows. */
  | { readonly kind: 'count'; readonly dataset: DatasetId; readonly where: readonly Condition[] }
  /** Number of different values of a column; empty values do not count. Never added over periods or slices. */
  | { readonly kind: 'distinct'; readonly dataset: DatasetId; readonly column: ColumnId; readonly where: readonly Condition[] }
  /** Number of different values of `column` that have at least `atLeast` different values of `having` in the period (repeat buyers). */
  | {
      readonly kind: 'repeaters';
      readonly dataset: DatasetId;
      readonly column: ColumnId;
      readonly having: ColumnId;
      readonly atLeast: number;
      readonly where: readonly Condition[];
    }
  /** Newest value in the period, summed over the slices' rows of that day: a stock. */
  | { readonly kind: 'last'; readonly dataset: DatasetId; readonly column: ColumnId; readonly where: readonly Condition[] }
  /** Σ expression ÷ number of rows with a value. */
  | {
      readonly kind: 'mean';
      readonly dataset: DatasetId;
      readonly expression: Formula;
      readonly where: readonly Condition[];
      readonly convert?: Conversion;
    }
  /**
   * Time between two events of the same `by` (a lead), for those whose `to` event lies in the period; the first `from` before it.
   * Pairs still open are counted apart, not averaged.
   */
  | {
      readonly kind: 'between';
      readonly dataset: DatasetId;
      readonly by: ColumnId;
      readonly from: readonly Condition[];
      readonly to: readonly Condition[];
      readonly in: 'hours' | 'days' | 'business-days';
      readonly take: 'mean' | 'median' | 'p90';
      readonly where: readonly Condition[];
    };

/** Amounts are brought into one currency, each by the rate of its day. [CUR-01] */
export interface Conversion {
  readonly to: Currency;
  /** Dataset with a row per day and pair of currencies: `from`, `to`, `rate`. */
  readonly rates: DatasetId;
}

/** Amounts that rows give for longer times, or for no single channel, are divided by a stated rule. [ALC-01] */
export interface Allocation {
  /** Columns whose values the amounts are divided among; with none only days are. */
  readonly to: readonly ColumnId[];
  /** How much of an amount a value gets; there whenever `to` names columns. */
  readonly by?: AllocationWeights;
  /** Metric whose values of the days divide what is for several days; equally where absent. */
  readonly days?: MetricId;
}

export type AllocationWeights =
  /** As this metric has it over the days of the row. */
  | { readonly kind: 'metric'; readonly metric: MetricId }
  /** Fixed shares of the values of the one column; they need not add up to anything. */
  | { readonly kind: 'shares'; readonly shares: readonly { readonly value: string; readonly weight: Decimal }[] };

/** Evaluated period by period over other metrics' values; a ratio of sums comes out right because its parts are re-summed first. */
export interface DerivedMeasurement {
  readonly kind: 'formula';
  readonly formula: Formula;
}

/** A row filter. Several conditions hold together (and); several values mean any of them. Text compares exactly. */
export interface Condition {
  readonly column: ColumnId;
  readonly is: 'one-of' | 'none-of' | 'less' | 'at-most' | 'more' | 'at-least' | 'set' | 'not-set';
  /** Empty for `set` and `not-set`; one value for comparisons; at most 1,000 for lists. */
  readonly values: readonly string[];
  /** The condition holds too where any of these does. [MET-14] */
  readonly or?: readonly Condition[];
}
