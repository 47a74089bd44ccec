import type { EventFilter } from './event-filter.ts';

/** What people do next (or did before): the most frequent sequences around a starting event. [JRN-85] */
export interface FlowQuestion {
  readonly ask: 'flow';
  /** Each person's first event that passes. */
  readonly start: EventFilter;
  readonly direction: 'after' | 'before';
  /** Which events are steps of the sequence. */
  readonly through: EventFilter;
  /** What names a step: the event's name or the value of a dimension. */
  readonly by: { readonly event: true } | { readonly dimension: string };
  /** Steps after (before) the start, 1 to 10. Repeats of the same name in a row are one step. */
  readonly length: number;
  /** Milliseconds from the start, inclusive. */
  readonly window: number;
}

/** Full sequences (shorter where a person stops), ordered by people descending, then by sequence; at most 1,000, the rest in `others`. */
export interface FlowAnswer {
  readonly people: number;
  readonly sequences: readonly { readonly steps: readonly (string | null)[]; readonly people: number }[];
  readonly others: number;
}
