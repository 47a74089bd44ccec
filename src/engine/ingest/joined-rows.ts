import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';

const problem = problemsOf(ingestMessages);

/** Counts the rows in which numbers were put together again, so that somebody can check them. [ING-07] */
export class JoinedRows {
  private count = 0;
  private first: { readonly line: number; readonly sample: string } | undefined;

  /** `sample`: the first number of the row that was put together. */
  add(line: number, sample: string): void {
    this.count += 1;
    this.first ??= { line, sample };
  }

  get problems(): readonly Problem[] {
    const { first, count } = this;
    return first ? [problem('numbers-joined', { count, sample: first.sample }, { line: first.line })] : [];
  }
}
