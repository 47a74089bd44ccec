import { type MonthIndex, monthIndexFrom, yearAndMonthOf } from './business-month.ts';
import type { CalendarSettings } from './calendar-settings.ts';

/** Where a month stands in the fiscal year. [CAL-11] */
export interface FiscalPlace {
  /** Calendar year in which the fiscal year starts. */
  readonly startYear: number;
  /** 1–4 */
  readonly quarter: number;
  /** 1 上期, 2 下期 */
  readonly half: number;
}

export function fiscalPlaceOf(index: MonthIndex, settings: CalendarSettings): FiscalPlace {
  const { year, month } = yearAndMonthOf(index - (settings.fiscalYearStarts - 1));
  return { startYear: year, quarter: Math.ceil(month / 3), half: Math.ceil(month / 6) };
}

/** The first month of the fiscal year that starts in a calendar year. */
export function firstMonthOfFiscalYear(startYear: number, settings: CalendarSettings): MonthIndex {
  return monthIndexFrom(startYear, settings.fiscalYearStarts);
}

/** The start year of the fiscal year called by a number. */
export function startYearOfLabel(label: number, settings: CalendarSettings): number {
  return namedByEnd(settings) ? label - 1 : label;
}

export function namedByEnd(settings: CalendarSettings): boolean {
  return settings.fiscalYearLabel === 'end' && settings.fiscalYearStarts !== 1;
}
