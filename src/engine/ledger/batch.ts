import type { BatchRecord } from '#core/measure/live-segments.ts';
import type { ColumnTotal, Decision, SkippedLines } from '#core/measure/recognise/inspection.ts';

/** One received file or push: what it was, how it was read, and what it brought. [LED-20] */
export interface Batch extends BatchRecord {
  /** Name the file came with. */
  readonly fileName: string;
  /** SHA-256 of the bytes as received, in hex. */
  readonly receivedHash: string;
  /** SHA-256 of the bytes that are kept, in hex, and the name they are kept under; differs where personal data were taken out. */
  readonly fileHash: string;
  /** Encoding of the received text; empty for workbooks. */
  readonly encoding: string;
  readonly rows: number;
  readonly skipped: SkippedLines;
  readonly totals: readonly ColumnTotal[];
  /** How the kept bytes become the same rows again: mapping with its version, and what was done with personal columns. */
  readonly decision: Decision;
  readonly receivedBy: string;
  readonly state: BatchState;
  readonly undoneBy?: string;
}

/** `staged`: announced; its rows may or may not be in the warehouse yet and never count · `committed`: all of its rows are in. */
export type BatchState = 'staged' | 'committed';

/** A batch as its importer describes it. */
export type NewBatch = Omit<Batch, 'id' | 'receivedAt' | 'receivedBy' | 'state' | 'undoneAt' | 'undoneBy'>;
