import type { BucketEdges } from './bucket-edges.ts';
import type { EventFilter } from './event-filter.ts';

/**
 * How many did something again within a window. [JRN-50 … JRN-53]
 * `first`: those whose first event ever falls in the bucket. `any`: those with an event in the bucket, counted from their first one in it.
 */
export interface RepeatQuestion {
  readonly ask: 'repeat';
  readonly event: EventFilter;
  readonly base: 'first' | 'any';
  /** Milliseconds after the starting event, inclusive. */
  readonly window: number;
  readonly edges: BucketEdges;
  /** Up to when there are data; whoever's window reaches beyond it is not yet measurable. */
  readonly asOf: number;
}

/** One per bucket. `again` are those of `people` with an event at a later moment within the window; `immature` the people not yet measurable (in neither). */
export interface RepeatAnswer {
  readonly buckets: readonly { readonly people: number; readonly again: number; readonly immature: number }[];
}
