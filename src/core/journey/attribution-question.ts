import type { Span } from './bucket-edges.ts';
import type { EventFilter } from './event-filter.ts';

/**
 * Which values of a dimension the conversions are owed to, by rules. A touch is the first event of a session that passes `touch`;
 * it counts for a conversion of the same person when it lies at most `lookback` ms before it, or at the same moment. [JRN-40 … JRN-47]
 */
export interface AttributionQuestion {
  readonly ask: 'attribution';
  readonly convert: EventFilter;
  /** When conversions count. */
  readonly converted?: Span;
  readonly touch: EventFilter;
  readonly lookback: number;
  /** One or two dimensions, as `channel` or `channel` and `campaign`. */
  readonly by: readonly string[];
  readonly models: readonly AttributionModel[];
}

export type AttributionModel =
  | { readonly model: 'first' }
  | { readonly model: 'last' }
  /** The last touch whose first dimension is none of `direct`; the last touch when there is no other. */
  | { readonly model: 'last-non-direct'; readonly direct: readonly (string | null)[] }
  | { readonly model: 'linear' }
  /** Weight 2^(−age / halfLife); ms. */
  | { readonly model: 'decay'; readonly halfLife: number }
  /** One touch takes all, two share by first : last, more give the rest in equal parts to those between. Shares within 0 … 1. */
  | { readonly model: 'position'; readonly first: number; readonly last: number };

/** Credits add up to conversions and value, those without touch apart. Rows ordered by slice (null first). */
export interface AttributionAnswer {
  readonly conversions: number;
  readonly value: number;
  /** Conversions without a touch within the lookback. */
  readonly untouched: { readonly conversions: number; readonly value: number };
  readonly rows: readonly AttributionRow[];
}

export interface AttributionRow {
  readonly slice: readonly (string | null)[];
  /** Touches that counted for at least one conversion are counted once per conversion. */
  readonly touches: number;
  /** One credit per asked model, in its order: parts of conversions and of value, not rounded. */
  readonly credits: readonly { readonly conversions: number; readonly value: number }[];
}

/**
 * Distinct sequences of a dimension's values over the touches since the previous conversion (or the beginning) up to each
 * conversion, and over what is left at the end (no conversion). For models that learn from data. [JRN-48]
 */
export interface TouchPathsQuestion {
  readonly ask: 'touch-paths';
  readonly convert: EventFilter;
  readonly touch: EventFilter;
  readonly by: string;
}

/** Ordered by path. A path longer than 4,096 touches keeps its last 4,096. Conversions without a touch since the one before are `[]`. */
export interface TouchPathsAnswer {
  readonly paths: readonly TouchPath[];
}

export interface TouchPath {
  readonly path: readonly (string | null)[];
  readonly conversions: number;
  readonly value: number;
  /** People whose last stretch is this path and ended without a conversion. */
  readonly lost: number;
}
