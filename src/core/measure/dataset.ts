import type { Text } from '../text/text.ts';
import type { Currency } from '../unit/unit.ts';

/**
 * Rows with typed columns. [DAT-01]
 *
 * `aggregate`: one row per period × dimensions with additive measures. Every row has a first and a last day
 * (equal for daily data), so that a report over a month is never booked to a day.
 * `event`: one row per thing that happened: when, who, what, with dimensions and values.
 */
export type Dataset = AggregateDataset | EventDataset;

export interface AggregateDataset {
  readonly kind: 'aggregate';
  readonly id: DatasetId;
  readonly name: Text;
  readonly columns: readonly Column[];
}

export interface EventDataset {
  readonly kind: 'event';
  readonly id: DatasetId;
  readonly name: Text;
  readonly columns: readonly Column[];
  /** Column with the moment it happened. */
  readonly time: ColumnId;
  /** Column that identifies the person, where there is one. */
  readonly person?: ColumnId;
  /** Columns with other ids of the person, and what column such ids are the person of elsewhere. [IDN-03] */
  readonly sameAs?: readonly { readonly column: ColumnId; readonly as: ColumnId }[];
}

/** kebab-case ASCII; also the name of the table in the warehouse. */
export type DatasetId = string;
/** kebab-case ASCII, unique in its dataset. */
export type ColumnId = string;

export interface Column {
  readonly id: ColumnId;
  readonly name: Text;
  readonly type: ColumnType;
  readonly role: 'dimension' | 'measure' | 'time' | 'person';
  /** Currency of a money measure, when the whole column has one. */
  readonly currency?: Currency;
  /** Column that names the currency of each row's amount, when they differ. */
  readonly currencyColumn?: ColumnId;
  /** The values are keyed hashes of personal data. */
  readonly hashed?: true;
  /** A rate or average of the source's own: kept to compare, never summed. */
  readonly notAdditive?: true;
}

/** `decimal` holds 38 digits with 9 after the point; money is always decimal. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'timestamp' | 'boolean';
