import type { JourneyAnswer, JourneyQuestion } from '#core/journey/journey-question.ts';
import type { Result } from '#core/problem/problem.ts';
import type { EventBatch } from './event-batch.ts';

/**
 * A store of events by person that answers questions about journeys. What an answer means stands in `docs/spec/journey.md`;
 * every implementation gives the same one, row for row. [JRN-01]
 *
 * Methods throw `EngineError` when the environment fails and the signal's reason when aborted.
 */
export interface JourneyEngine {
  /** What there is to ask about. */
  contents(): Promise<JourneyContents>;

  /** Brings in events in any order. An event whose id is already in changes nothing. All of the batch is in when it resolves. [JRN-05] */
  append(batch: EventBatch, signal?: AbortSignal): Promise<void>;

  /** From now on these people are one: everything that was or will be said of `from` belongs to `to`. [JRN-06] */
  merge(pairs: readonly { readonly from: string; readonly to: string }[]): Promise<void>;

  /** Problem: what the question names does not exist, or exceeds a limit. */
  ask<Question extends JourneyQuestion>(question: Question, options?: AskOptions): Promise<Result<JourneyAnswer<Question>>>;

  close(): Promise<void>;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Share done, 0 to 1, from time to time. */
  readonly onProgress?: (done: number) => void;
}

export interface JourneyContents {
  readonly events: number;
  readonly people: number;
  /** First and last moment, ms since 1970 UTC; absent with no events. */
  readonly span?: { readonly first: number; readonly last: number };
  /** Names of events with how many there are, most frequent first. */
  readonly names: readonly { readonly name: string; readonly events: number }[];
  /** Dimensions with their most frequent values (at most 1,000). */
  readonly dimensions: readonly { readonly id: string; readonly values: readonly (string | null)[] }[];
  /** Digits after the point of the values' unit: 0 for yen, 2 for cents. */
  readonly valueDigits: number;
}
