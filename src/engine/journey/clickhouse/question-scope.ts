import type { Bind } from './bindings.ts';

/** What a question's SQL is written for. */
export interface QuestionScope {
  readonly bind: Bind;
  /** The table of events, quoted. */
  readonly events: string;
  /** Keys of the stores asked, as decimal text: usually one. Each row of an answer begins with the key of its store. */
  readonly stores: readonly string[];
  /** The column of a dimension, quoted. */
  readonly columnOf: (dimension: string) => string;
  /** Whether there are events whose session must be found by the gap before them. */
  readonly hasGaps: boolean;
  /** Answers are put together from several shards: distributions are sent whole where one shard would send a figure of them. */
  readonly isPart: boolean;
}

/** The rows of one store, from one or several shards, each without its key. */
export type AnswerRows = readonly (readonly unknown[])[];

/** A question as SQL, and its answer from the rows. */
export interface AskedInSql<Question, Answer> {
  readonly sql: (question: Question, scope: QuestionScope) => string;
  readonly answer: (question: Question, rows: AnswerRows) => Answer;
}

/** Rows of the stores asked. */
export function ofStores({ bind, stores }: QuestionScope): string {
  return `store IN ${bind('Array(UInt64)', stores)}`;
}
