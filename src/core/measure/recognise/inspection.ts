import type { Day } from '../../calendar/day.ts';
import type { DayRange } from '../../calendar/day-range.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Text } from '../../text/text.ts';
import type { Currency } from '../../unit/unit.ts';
import type { ColumnId, Dataset } from '../dataset.ts';
import type { Decimal } from '../observation.ts';
import type { ColumnProposal } from './propose-columns.ts';
import type { MappingSource, TableAddress, TableMapping } from './table-mapping.ts';

/** What a received file is, and what would become of it: shown to the user before anything is kept. [ING-01] */
export interface Inspection {
  /** Name the file came with. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the bytes as received, in hex. */
  readonly sha256: string;
  readonly container: 'text' | 'gzip' | 'excel' | 'zip';
  readonly tables: readonly TableInspection[];
  /** About the file as a whole. */
  readonly problems: readonly Problem[];
}

/** One table of a file. */
export interface TableInspection {
  readonly address: TableAddress;
  readonly recognised: Recognised;
  /** 1-based line of the headings. */
  readonly headerLine: number;
  /** Titles, filters and segments that stand before the headings. */
  readonly notes: readonly string[];
  /** Days the rows are about: as the file says, else from the first to the last of its rows. Null: not known. */
  readonly period: DayRange | null;
  readonly columns: readonly ColumnProposal[];
  /** The first rows as they are written, under the headings. */
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly statistics: TableStatistics;
  /** What `normaliseFile` follows when the user confirms the proposal. */
  readonly decision: Decision;
  /** Errors among them stand in the way of importing. */
  readonly problems: readonly Problem[];
}

export interface Recognised extends MappingSource {
  readonly name: Text;
  /** 0 to 1: the share of the headings that are known. */
  readonly confidence: number;
  /** Ids of other presets that fit. */
  readonly alternatives: readonly string[];
}

/** What the user decides about one table. Plain data, kept with the batch. */
export interface Decision {
  readonly mapping: TableMapping;
  /** Leave out rows that cannot be read, instead of refusing the file. */
  readonly skipBadRows: boolean;
  /**
   * `received`: the file is kept byte for byte. `rewritten`: a copy of the table is kept as UTF-8 CSV, without the personal columns
   * that are left out and with the hashes of those that are hashed.
   */
  readonly keep: 'received' | 'rewritten';
}

/** What was found in all rows of a table. */
export interface TableStatistics {
  /** Rows that become rows of the dataset; of a wide table, one per metric and period with a value. */
  readonly rows: number;
  readonly skipped: SkippedLines;
  /** Columns with numbers. Columns that do not add up have no sum. */
  readonly totals: readonly ColumnTotal[];
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Currencies of the rows, from a currency column. */
  readonly currencies: readonly Currency[];
}

export interface ColumnTotal {
  readonly column: ColumnId;
  /** Exact; null when the column does not add up, or has no value. */
  readonly sum: Decimal | null;
  /** Rows with a value. */
  readonly values: number;
}

/** Lines that do not become rows. Lists are cut at `SKIPPED_SHOWN`; counts are of all. */
export interface SkippedLines {
  readonly counts: Readonly<Record<SkipReason, number>>;
  readonly lines: readonly SkippedLine[];
  /** Rows that cannot be read: every row once, with all its problems. */
  readonly badRows: number;
  readonly bad: readonly BadLine[];
}

/** Most lines listed of each sort. */
export const SKIPPED_SHOWN = 1_000;

/** `preamble`: lines before the headings that are neither blank nor `#` lines. */
export type SkipReason = 'comment' | 'preamble' | 'blank' | 'total' | 'footer' | 'no-data' | 'bad';

export interface SkippedLine {
  readonly line: number;
  readonly reason: Exclude<SkipReason, 'bad'>;
  /** Beginning of the line's text. */
  readonly sample: string;
}

export interface BadLine {
  readonly line: number;
  readonly problems: readonly Problem[];
}

/** The rows of one table, ready for the warehouse. */
export interface NormalisedBatch {
  readonly dataset: Dataset;
  /** UTF-8 CSV: `_line`, for aggregates `_from` and `_to`, then the columns by id. */
  readonly stagingPath: string;
  readonly statistics: TableStatistics;
  /** Days the rows are about; null without rows that have a day. */
  readonly period: DayRange | null;
  /** What the file speaks for; empty when it does not say. */
  readonly scope: string;
  readonly replaces: 'period' | 'nothing';
  /** Hash of the rows, whatever their order and writing. */
  readonly contentHash: string;
  /** SHA-256 of the bytes as received. */
  readonly sha256: string;
  readonly kept: KeptFile;
  readonly problems: readonly Problem[];
}

/** The file that may be kept, and how to make the same rows from it. */
export interface KeptFile {
  /** Path of the rewritten copy; null when the received file itself is kept. */
  readonly path: string | null;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly decision: Decision;
}
