import type { EventFilter } from '#core/journey/event-filter.ts';
import type { JourneyAnswer, JourneyQuestion } from '#core/journey/journey-question.ts';
import type { Vocabulary } from './event-part.ts';
import type { PeopleBlock } from './people-block.ts';
import type { RowSlice } from './row-slice.ts';

/**
 * How one kind of question is answered: which rows and columns it reads, one pass over blocks of people, and the answer out of what the
 * threads have found. `Partial` crosses threads, so it is plain data.
 */
export interface Kernel<Question, Partial, Answer = Question extends JourneyQuestion ? JourneyAnswer<Question> : never> {
  reads(question: Question, vocabulary: Vocabulary): Reading;
  begin(question: Question, context: KernelContext): Pass<Partial>;
  /** Partials in any order. */
  answer(question: Question, partials: readonly Partial[], context: KernelContext): Answer;
}

export interface Reading {
  /** Bit f of a row's mask is filter f. */
  readonly filters: readonly EventFilter[];
  /** Positions in the vocabulary. */
  readonly dimensions: readonly number[];
  readonly value: boolean;
  readonly session: boolean;
  /** Changes the order of the rows that it is given. */
  readonly sorts?: boolean;
}

export type Pass<Partial> = RowsPass<Partial> | BlockPass<Partial>;

/** Sees each person with a row exactly once, rows where they lie: nothing is copied. For questions that go through a person's rows once, in order. */
export interface RowsPass<Partial> extends TakesRows {
  partial(): Partial;
}

export interface TakesRows {
  /** The slices that follow are this person's. */
  begin(person: number): void;
  /** In order of time: slices, and the rows of each. Rows of one moment are in one slice, in no order that means anything [JRN-08]. */
  take(slice: RowSlice): void;
  /** There are no more of this person. */
  end(): void;
}

/** Sees each person exactly once, in blocks of columns: for questions that go back and forth in a person's rows. */
export interface BlockPass<Partial> {
  block(block: PeopleBlock): void;
  partial(): Partial;
}

export interface KernelContext {
  readonly vocabulary: Vocabulary;
  /** Places of a dimension's codes among its texts. */
  ranks(dimension: number): Uint32Array;
  /** Order of two sessions by text; those found by the gap come first. */
  compareSessions(a: number, b: number): number;
}
