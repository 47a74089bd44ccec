import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { mergedRanges } from './covered-days.ts';
import type { DatasetId } from './dataset.ts';

/** Id of a batch: one received file or push that brought rows into one dataset. */
export type BatchId = string;

/** A moment as ISO 8601 in UTC with a fixed number of digits (`2026-11-20T01:02:03.000Z`); sorts as text. */
export type Instant = string;

/** What is known of a batch, as far as it decides which of its rows count. [LIV-01] */
export interface BatchRecord extends DayRange {
  readonly id: BatchId;
  readonly dataset: DatasetId;
  /** What the batch speaks for (an account, a shop, a report): a later batch replaces only batches of its own scope. */
  readonly scope: string;
  readonly receivedAt: Instant;
  readonly undoneAt?: Instant;
  /** `period`: all there is to say about its days, earlier batches of the scope are overruled on them. `nothing`: rows to add. */
  readonly replaces: 'period' | 'nothing';
  /** Hash of the content the rows were made from. */
  readonly contentHash: string;
}

/** Days on which the rows of a batch count. */
export interface LiveSegment extends DayRange {
  readonly batch: BatchId;
}

/**
 * Which days of which batches count, as known at an instant. [LIV-01 … LIV-04]
 *
 * In    batches of any datasets; `asKnown` leaves out what was received after it and forgets what was undone after it
 * Out   segments in the order of the batches' arrival and of the days; segments of one batch neither overlap nor touch
 * Ties  batches received at the same instant are ordered by id
 * How   newest first per dataset and scope, each batch takes its days minus those already spoken for
 */
export function liveSegments(batches: readonly BatchRecord[], asKnown?: Instant): readonly LiveSegment[] {
  const alive = batches.filter(batch => isAlive(batch, asKnown)).sort(byArrival);
  const newestOfContent = new Map(alive.map(batch => [contentKey(batch), batch.id]));
  const spokenFor = new Map<string, readonly DayRange[]>();
  const live: LiveSegment[][] = [];
  for (const batch of alive.toReversed()) {
    if (newestOfContent.get(contentKey(batch)) !== batch.id) continue;
    const scope = JSON.stringify([batch.dataset, batch.scope]);
    const taken = spokenFor.get(scope) ?? [];
    live.push(without(batch, taken).map(({ from, to }) => ({ batch: batch.id, from, to })));
    if (batch.replaces === 'period') spokenFor.set(scope, mergedRanges([...taken, batch]));
  }
  return live.reverse().flat();
}

/** The segments as far as a day: what happened later is left out (`--to`). */
export function segmentsUntil(segments: readonly LiveSegment[], day: Day): readonly LiveSegment[] {
  return segments.filter(({ from }) => from <= day).map(segment => (segment.to <= day ? segment : { ...segment, to: day }));
}

function isAlive(batch: BatchRecord, asKnown: Instant | undefined): boolean {
  const received = asKnown === undefined || batch.receivedAt <= asKnown;
  const undone = batch.undoneAt !== undefined && (asKnown === undefined || batch.undoneAt <= asKnown);
  return received && !undone;
}

function byArrival(a: BatchRecord, b: BatchRecord): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function contentKey(batch: BatchRecord): string {
  return JSON.stringify([batch.dataset, batch.contentHash]);
}

/** The days of a range outside merged ranges. */
function without({ from, to }: DayRange, taken: readonly DayRange[]): readonly DayRange[] {
  const left: DayRange[] = [];
  let next: Day = from;
  for (const range of taken) {
    if (range.to < next) continue;
    if (range.from > to) break;
    if (range.from > next) left.push({ from: next, to: addDays(range.from, -1) });
    next = addDays(range.to, 1);
  }
  if (next <= to) left.push({ from: next, to });
  return left;
}
