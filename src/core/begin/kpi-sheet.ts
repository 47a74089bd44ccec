import type { Decimal } from '../measure/observation.ts';
import type { Problem } from '../problem/problem.ts';
import type { SheetUnit } from './sheet-unit.ts';

/** A month as plans name it: `2026-04`. */
export type MonthKey = string;

/** A sheet of KPI × months, read: what it says, and what is not certain about it. [BEG-01] */
export interface KpiSheet {
  /** Months with a figure, the first one first. */
  readonly months: readonly MonthKey[];
  readonly rows: readonly KpiRow[];
  /** In what the sheet as a whole writes money, where a line says so. */
  readonly money: SheetUnit | undefined;
  /** The year that the first month was taken to be of. */
  readonly year: { readonly first: number; readonly said: boolean } | undefined;
  /** What the figures are where neither row nor column says it. */
  readonly assumedKind: 'target' | 'actual' | undefined;
  /** Rows and columns that were passed over, by why. */
  readonly left: Readonly<Record<LeftReason, number>>;
  /** What could not be read, or can be read in two ways. */
  readonly doubts: readonly Problem[];
}

/** Rates of achievement and differences follow from the rest; forecasts are opinions; totals are added up anew. */
export type LeftReason = 'ratio' | 'difference' | 'forecast' | 'cumulative' | 'total';

/** The targets or the actuals of one KPI. */
export interface KpiRow {
  readonly name: string;
  /** The names it stands under in the sheet, outermost first. */
  readonly group: readonly string[];
  readonly kind: 'target' | 'actual';
  /** What the row itself says it is in; the values hold it already. */
  readonly unit: SheetUnit | undefined;
  /** Exact, by month; rates as fractions, 千円 in yen where the row itself says so. */
  readonly values: ReadonlyMap<MonthKey, Decimal>;
  /** Months that the sheet has by week, with the figures of the weeks; `values` holds their sum. [BEG-09] */
  readonly weeks: ReadonlyMap<MonthKey, readonly Decimal[]>;
  /** In what the sheet it comes from writes money, where a line says so. */
  readonly money: SheetUnit | undefined;
  /** What the sheet's own column for the whole year says; exact, in the unit of the values. */
  readonly total: Decimal | undefined;
  /** 1-based row of the sheet. */
  readonly line: number;
}

/** What somebody says about a sheet; it wins over what the sheet seems to say. */
export interface SheetContext {
  /** Month in which the fiscal year starts, 1–12. */
  readonly fiscalYearStarts: number;
  /** The first four digits count: where no year is said, the fiscal year that holds this day is meant. */
  readonly today: string;
  /** Name of the sheet and of its file: they often say the year. */
  readonly titles: readonly string[];
  readonly year?: number;
  readonly kind?: 'target' | 'actual';
}
