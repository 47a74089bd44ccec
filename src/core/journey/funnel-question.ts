import type { Span } from './bucket-edges.ts';
import type { EventFilter } from './event-filter.ts';

/** How many people went through steps in order, within a window from the first step. [JRN-10 … JRN-19] */
export interface FunnelQuestion {
  readonly ask: 'funnel';
  /** 1 to 32 steps. */
  readonly steps: readonly EventFilter[];
  /** Milliseconds from the first step to the last, inclusive. */
  readonly window: number;
  /** When the first step must happen; later steps may follow after it. All time when absent. */
  readonly entered?: Span;
  /** One event may serve several steps. */
  readonly reuse?: true;
  readonly exclusions?: readonly FunnelExclusion[];
  /** Splits people by a dimension of the event that served a step (0 is the first) of their winning attempt. */
  readonly by?: { readonly dimension: string; readonly step: number };
}

/** An event that ends every attempt which has reached step `after` and not yet step `before` (0 is the first step; after < before). */
export interface FunnelExclusion {
  readonly event: EventFilter;
  readonly after: number;
  readonly before: number;
}

/**
 * One row in all (zeros when nobody began), or with a breakdown one per value that somebody at step 1 has: by people at step 1, most
 * first, then by value, null first, the row without value last. [JRN-16]
 */
export interface FunnelAnswer {
  readonly rows: readonly FunnelRow[];
}

export interface FunnelRow {
  /** The breakdown's value; null is "not given"; absent without a breakdown or when the step it is taken from was not reached. */
  readonly value?: string | null;
  /** People whose highest step is at least 1, 2, …; one number per step, never rising. */
  readonly reached: readonly number[];
  /** Time from step k to step k + 1 in ms over people who reached step k + 1: one entry per pair of steps; null with nobody. */
  readonly times: readonly (StepTime | null)[];
}

/** Lower median and 90th percentile (value at position ceil(0.9 n)), exact. */
export interface StepTime {
  readonly median: number;
  readonly p90: number;
}
