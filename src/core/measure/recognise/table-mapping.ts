import type { Day } from '../../calendar/day.ts';
import type { DayRange } from '../../calendar/day-range.ts';
import type { DateFormat } from '../../text/date-format.ts';
import type { DecimalMark } from '../../text/numeral.ts';
import type { ColumnId, Dataset } from '../dataset.ts';
import type { Decimal } from '../observation.ts';
import type { PersonalDecision, PersonalKind } from '../personal/personal-kind.ts';
import type { TextEncodingName } from './text-encoding.ts';

/**
 * How one table of one file becomes rows of a dataset, with nothing left open: what the user confirms, what is stored with the batch,
 * and what makes the same rows again from the kept file. Plain data. [ING-13]
 */
export interface TableMapping {
  readonly source: MappingSource;
  readonly table: TableAddress;
  readonly format: TableFormat;
  readonly header: HeaderPlace;
  readonly dataset: Dataset;
  /** The columns that are read, by heading. Headings of the file that are not here are not read. */
  readonly columns: readonly ColumnMapping[];
  /** Headings of columns that are left out because they are about people. */
  readonly withheld: readonly string[];
  /** Rows are metrics and columns are periods. */
  readonly wide?: WideColumns;
  readonly period: PeriodSource;
  /** What the file speaks for: an account or property that its first lines name. Empty: the file does not say. */
  readonly scope: string;
  readonly replaces: 'period' | 'nothing';
  /** `none`: a machine made the rows, and none of them is a total. */
  readonly totals: 'labelled' | 'any-column' | 'empty-first' | 'none';
  readonly zeroRowIsNoData?: true;
  /** Rows with such a value add up the others of their day. */
  readonly subtotals?: readonly SubtotalValue[];
}

/** A value of a column that stands for all of its values: `すべて`, `All`, or an empty cell. */
export interface SubtotalValue {
  readonly header: string;
  readonly value: string;
}

export interface MappingSource {
  readonly kind: 'preset' | 'mapping' | 'generic';
  readonly id: string;
  readonly version: number;
}

/** Where a table is: the sheet or archive entry, and its place among the tables written one below the other there. */
export interface TableAddress {
  /** Name of the sheet or entry; empty for a plain file. */
  readonly part: string;
  /** 0-based. */
  readonly section: number;
}

/** How the text is written. Absent for sheets of a workbook. */
export interface TableFormat {
  readonly encoding?: TextEncodingName;
  readonly delimiter?: Delimiter;
  readonly decimalMark: DecimalMark;
}

export type Delimiter = ',' | ';' | '\t' | '|';

export interface HeaderPlace {
  /** 1-based line of the first row of headings. */
  readonly line: number;
  /** Rows of headings, one below the other. */
  readonly rows: 1 | 2;
  /** With two rows: the lower one alone names the columns (keys above, labels below), or both together do. */
  readonly names: 'last' | 'joined';
}

export interface ColumnMapping {
  /** The heading as the file writes it. */
  readonly header: string;
  readonly to: ColumnId;
  readonly reads: CellReading;
  /** Plain numbers, those without a unit of their own, are multiplied by this. */
  readonly scale?: Decimal;
  /** Order of the parts of dates. */
  readonly dateFormat?: DateFormat;
  readonly personal?: PersonalColumn;
  /** The column that says in which currency the row's amounts are. */
  readonly isCurrency?: true;
  /** Heading of the column that names what the value is of, where several lines are of one thing. [ING-45] */
  readonly per?: string;
  /** The stage that was reached on the day in this column. [ING-46] */
  readonly stage?: string;
}

export interface PersonalColumn {
  readonly kind: PersonalKind;
  /** `hashed`: the cells of the (kept) file are hashes already. */
  readonly decision: Exclude<PersonalDecision, 'drop'> | 'hashed';
}

/** How cells are read. */
export type CellReading =
  | 'text'
  /** A company's name, as the one it is merged under. */
  | 'company'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'day'
  | 'timestamp'
  /** A day, week, month, quarter or year: the row is of all its days. */
  | 'period'
  /** A length of time, in seconds. */
  | 'duration'
  /** Days after the first day of the file's period. */
  | 'day-offset';

/** Where the days of a row come from. */
export type PeriodSource =
  /** The row's own time column; `end` is a second column with its last day; `whole` are the days the file says it is about. */
  | { readonly kind: 'row'; readonly time: ColumnId; readonly end?: ColumnId; readonly whole?: DayRange }
  /** All rows are of these days: as the file says, or as the user did. */
  | ({ readonly kind: 'fixed'; readonly from: Day; readonly to: Day } & { readonly said: 'preamble' | 'user' | 'sibling' })
  /** Every column has its own. */
  | { readonly kind: 'columns' }
  /** The file does not say, and the user must. */
  | { readonly kind: 'unknown' };

export interface WideColumns {
  /** Heading of the column with the names of the metrics; empty when it has none. */
  readonly label: string;
  readonly periods: readonly ({ readonly header: string } & DayRange)[];
}

/** Columns of the dataset made from a list with a column per stage. */
export const STAGE_COLUMNS = { stage: 'stage', day: 'entered-on' } as const;

/** Columns of the dataset made from a wide table. */
export const WIDE_COLUMNS = { metric: 'metric', unit: 'unit', value: 'value' } as const;
