import type { BadLine, SkippedLine, SkippedLines, SkipReason } from '#core/measure/recognise/inspection.ts';
import { SKIPPED_SHOWN } from '#core/measure/recognise/inspection.ts';
import type { Problem } from '#core/problem/problem.ts';
import { excerpt } from './excerpt.ts';

/** Remembers the lines that do not become rows: all by number, the first of each sort with their text. */
export class SkipLog {
  badRows = 0;
  private readonly counts: Record<SkipReason, number> = {
    comment: 0,
    preamble: 0,
    blank: 0,
    total: 0,
    footer: 0,
    'no-data': 0,
    bad: 0,
  };
  private readonly lines: SkippedLine[] = [];
  private readonly bad: BadLine[] = [];

  skip(reason: Exclude<SkipReason, 'bad'>, line: number, sample: string): void {
    this.counts[reason] += 1;
    if (reason !== 'blank' && this.counts[reason] <= SKIPPED_SHOWN)
      this.lines.push({ line, reason, sample: excerpt(sample, 80) });
  }

  /** `problems` is asked only for the rows that are listed. */
  refuse(line: number, problems: () => readonly Problem[]): void {
    this.badRows += 1;
    this.counts.bad += 1;
    if (this.bad.length < SKIPPED_SHOWN) this.bad.push({ line, problems: problems() });
  }

  get result(): SkippedLines {
    const byLine = <T extends { readonly line: number }>(list: readonly T[]) => [...list].sort((a, b) => a.line - b.line);
    return { counts: { ...this.counts }, lines: byLine(this.lines), badRows: this.badRows, bad: byLine(this.bad) };
  }
}
