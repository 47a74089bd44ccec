import type { MetricId } from '../../metric/measurement.ts';
import type { EntryFields } from '../../plan/edit.ts';
import type { Text } from '../../text/text.ts';
import type { Currency } from '../../unit/unit.ts';
import type { Column, ColumnId, ColumnType, DatasetId } from '../dataset.ts';
import type { Decimal } from '../observation.ts';
import type { PersonalDecision } from '../personal/personal-kind.ts';

/**
 * How the files of one source become rows of a dataset, as data. Recognised by shape: by its columns, never by the file's name. [ING-10]
 * The product's own presets and a user's own mapping are the same thing.
 */
export interface Preset {
  readonly id: string;
  /** Grows when the rows made from the same file change. */
  readonly version: number;
  readonly name: Text;
  /** A dataset of metrics.yaml whose rows have come by another preset: it stands back where that one fits. */
  readonly standsBackFor?: string;
  /** A workspace's own mapping. */
  readonly isOwn?: true;
  readonly dataset: PresetDataset;
  readonly columns: readonly PresetColumn[];
  /** At least one column of every group must be there. */
  readonly requires: readonly (readonly ColumnId[])[];
  /** The file must begin with a block of `#` lines. */
  readonly comments?: true;
  /** The headings must be the first line: with a title above them the file is another source's. */
  readonly untitled?: true;
  /** The least share of the headings that must be known; files of these sources have many columns of their users' own. Default: half. */
  readonly leastKnown?: number;
  /** Where the period of a row stands when no time column is found. */
  readonly period: 'row' | 'preamble' | 'ask';
  /** A later file takes the place of rows of the same days, or is added to them. */
  readonly replaces: 'period' | 'nothing';
  /** Each file speaks for a report of its own, named as the file is without its dates: surveys, webinars, sheets of costs. */
  readonly scope?: 'file';
  /** Columns that the preset does not name: read by their values, or left out. */
  readonly others: 'keep' | 'drop';
  /** Total rows are found by their label in the first columns, in any column, or also by an empty first cell; rows of machines have none. */
  readonly totals: 'labelled' | 'any-column' | 'empty-first' | 'none';
  /** One row of zeros is how the source says that there is no data. */
  readonly zeroRowIsNoData?: true;
  /** What can be measured from the rows. */
  readonly metrics?: readonly PresetMetric[];
}

/** A metric of the catalogue as the rows of a source measure it. The first of several for one metric whose columns are there holds. [ING-62] */
export interface PresetMetric {
  readonly metric: MetricId;
  /** Columns that must be there. */
  readonly needs: readonly ColumnId[];
  /** The way of measuring, as metrics.yaml writes it, without the dataset. */
  readonly measured: EntryFields;
  /** Conditions on columns; those on columns that are not there are left out. The columns under `any` must be among `needs`. */
  readonly where?: EntryFields;
}

export interface PresetDataset {
  readonly kind: 'aggregate' | 'event';
  readonly id: DatasetId;
  readonly name: Text;
  /**
   * Dimensions from coarse to fine: files with different ones do not add up, so the finest present, and every breakdown present,
   * become part of the dataset's id (`meta-ads-by-ad-age`).
   */
  readonly grain?: readonly ColumnId[];
  readonly breakdowns?: readonly ColumnId[];
  /** The first column, whatever it is, names the dataset: `ga4-by-session-channel-group`. */
  readonly byFirstColumn?: true;
}

export interface PresetColumn {
  /** Headings, Japanese and English; blanks, case and width do not matter. */
  readonly from: readonly string[];
  readonly to: ColumnId;
  readonly name: Text;
  readonly type: ColumnType;
  readonly role: Column['role'];
  /**
   * How the cells are written, where the type does not say: a month, a length of time in seconds, a number of days after the start,
   * a company's name in one of its forms.
   */
  readonly written?: 'month' | 'duration' | 'day-offset' | 'period-end' | 'company';
  /** Plain numbers are multiplied by this. */
  readonly scale?: Decimal;
  readonly currency?: Currency;
  /** The amounts are money; the currency is in the heading, in a currency column, or the workspace's. */
  readonly money?: true;
  readonly notAdditive?: true;
  readonly personal?: PersonalDecision;
  /** Form of dates, such as `DD/MM/YYYY`. */
  readonly format?: string;
  /** Words of headings that are this column, where no heading of its own is there: the questions of a survey. */
  readonly words?: readonly string[];
  /** The column that names what the value is of: an order that has a line per article. [ING-45] */
  readonly per?: ColumnId;
  /** The stage that was reached on the day in the column; `to` then only names the column within the preset. [ING-46] */
  readonly stage?: string;
}
