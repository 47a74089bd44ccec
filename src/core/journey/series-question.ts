import type { BucketEdges } from './bucket-edges.ts';
import type { EventFilter } from './event-filter.ts';

/** Events, people, sessions and value per bucket, whole and by up to two dimensions. People and sessions are counted exactly. [JRN-30] */
export interface SeriesQuestion {
  readonly ask: 'series';
  readonly select: EventFilter;
  readonly edges: BucketEdges;
  readonly by?: readonly string[];
}

/** Buckets and slices with no event are left out; ordered by bucket, then by values (null first). */
export interface SeriesAnswer {
  readonly rows: readonly SeriesRow[];
}

export interface SeriesRow {
  readonly bucket: number;
  readonly slice: readonly (string | null)[];
  readonly events: number;
  readonly people: number;
  readonly sessions: number;
  readonly value: number;
}

/** For each bucket, the people active in it and in it together with the `length − 1` buckets before it. [JRN-31] */
export interface RollingQuestion {
  readonly ask: 'rolling';
  readonly select: EventFilter;
  readonly edges: BucketEdges;
  /** Buckets, at least 1. The first `length − 1` buckets see only what there is. */
  readonly length: number;
}

export interface RollingAnswer {
  readonly active: readonly number[];
  readonly rolling: readonly number[];
}
