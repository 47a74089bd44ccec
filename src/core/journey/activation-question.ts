import type { Span } from './bucket-edges.ts';
import type { EventFilter } from './event-filter.ts';

/** Does the outcome differ between those who did something often enough soon after beginning and those who did not? [JRN-80] */
export interface ActivationQuestion {
  readonly ask: 'activation';
  readonly born: EventFilter;
  /** When people must have begun (their first event that passes `born`). */
  readonly begun?: Span;
  readonly did: EventFilter;
  /** Milliseconds after beginning, inclusive. */
  readonly within: number;
  readonly outcome: EventFilter;
  /** The outcome counts when it comes later than `within` and at most this many ms after beginning. */
  readonly until: number;
  /** Up to when there are data; people whose `until` reaches beyond it are left out and counted as immature. */
  readonly asOf: number;
  /** Numbers of times to try, ascending, at most 20. */
  readonly atLeast: readonly number[];
}

export interface ActivationAnswer {
  readonly immature: number;
  readonly thresholds: readonly {
    readonly atLeast: number;
    readonly did: { readonly people: number; readonly outcome: number };
    readonly didNot: { readonly people: number; readonly outcome: number };
  }[];
}
