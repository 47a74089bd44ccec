import type { Span } from './bucket-edges.ts';
import type { EventFilter } from './event-filter.ts';

/** Where things that pass through stages stand at one moment, and how long they have. [JRN-70 … JRN-73] */
export interface StageQuestion {
  readonly ask: 'stages';
  /** In order; a stage is entered by an event that passes its filter. Going back is allowed. */
  readonly stages: readonly EventFilter[];
  /** Entering one of these ends the way (won, lost, disqualified). */
  readonly ends?: readonly EventFilter[];
  /** Which people: those whose first stage event falls in it. All when absent. */
  readonly begun?: Span;
  readonly asOf: number;
}

/** One per stage. */
export interface StageAnswer {
  readonly stages: readonly StageRow[];
}

export interface StageRow {
  /** People who ever entered this stage or a later one. */
  readonly reached: number;
  /** People whose latest stage event is this one and whose way has not ended. */
  readonly here: number;
  /** Times in ms of those who are here, from entering until `asOf`; null with nobody. */
  readonly age: { readonly median: number; readonly p90: number; readonly oldest: number } | null;
  /** Value carried by the latest stage events of those who are here. */
  readonly value: number;
}
