import type { BucketEdges } from './bucket-edges.ts';
import type { DimensionCondition, EventFilter } from './event-filter.ts';

/**
 * How many of those who began in one bucket came back in later ones. A person belongs to the bucket of the first event ever
 * that passes `born`; people whose first such event fails `bornIs` or lies outside all buckets belong to none. [JRN-20 … JRN-24]
 */
export interface RetentionQuestion {
  readonly ask: 'retention';
  readonly born: EventFilter;
  /** Conditions on that first event. */
  readonly bornIs?: readonly DimensionCondition[];
  readonly back: EventFilter;
  readonly edges: BucketEdges;
}

/** `cells[c][k]` for cohort c and distance k; k goes to the last bucket, so row c has `buckets − c` cells. */
export interface RetentionAnswer {
  readonly cohorts: readonly RetentionCohort[];
}

export interface RetentionCohort {
  readonly people: number;
  readonly cells: readonly RetentionCell[];
}

/** People with at least one event passing `back` in the bucket, not earlier than their first; the number of these events and their value. */
export interface RetentionCell {
  readonly people: number;
  readonly events: number;
  readonly value: number;
}
