import type { BatchRecord } from '#core/measure/live-segments.ts';
import type { Decimal } from '#core/measure/observation.ts';
import type { PersonalDecision } from '#core/measure/personal/personal-kind.ts';

/** One received file or push: what it was, how it was read, and what it brought. [LED-20] */
export interface Batch extends BatchRecord {
  /** Preset or own mapping, with its version. */
  readonly mapping: string;
  readonly mappingVersion: number;
  readonly fileName: string;
  /** SHA-256 of the kept bytes, in hex; also the name they are kept under. */
  readonly fileHash: string;
  readonly encoding: string;
  readonly rows: number;
  readonly skipped: readonly SkippedLines[];
  /** Sum per measure column. */
  readonly totals: Readonly<Record<string, Decimal>>;
  /** What was done with each column of personal data. */
  readonly personal: readonly { readonly column: string; readonly decision: PersonalDecision }[];
  readonly receivedBy: string;
  readonly state: BatchState;
  readonly undoneBy?: string;
}

/** `staged`: announced; its rows may or may not be in the warehouse yet and never count · `committed`: all of its rows are in. */
export type BatchState = 'staged' | 'committed';

/** A batch as its importer describes it. */
export type NewBatch = Omit<Batch, 'id' | 'receivedAt' | 'receivedBy' | 'state' | 'undoneAt' | 'undoneBy'>;

export interface SkippedLines {
  readonly reason: string;
  readonly count: number;
  /** The first of them, 1-based. */
  readonly lines: readonly number[];
}
