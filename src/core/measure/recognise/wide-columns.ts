import type { CalendarSettings } from '../../calendar/calendar-settings.ts';
import { type Day, daysInMonth, parseDay } from '../../calendar/day.ts';
import type { DayRange } from '../../calendar/day-range.ts';
import { missingIn } from '../../text/missing.ts';
import { periodInCell } from './period-in-cell.ts';
import type { WideColumns } from './table-mapping.ts';
import { looksLikeValue } from './value-like.ts';

/**
 * Finds the columns of a table whose columns are periods: rows are metrics, headings are months (or days, quarters, years), and at
 * least one column before them names the metric. Other columns, such as totals at the end, are left out. [ING-16]
 * `notes`: the lines before the headings, which may hold the year that the headings `4月` … `3月` are of.
 */
export function findWideColumns(
  names: readonly string[],
  firstRows: readonly (readonly string[])[],
  notes: readonly string[],
  settings: CalendarSettings,
): WideColumns | undefined {
  const periods =
    withYears(names, notes, settings) ?? names.map(name => (name === '' ? undefined : periodInCell(name, settings)));
  const found = periods.flatMap((period, column) => (period ? [{ header: names[column] ?? '', column, ...period }] : []));
  const first = found[0];
  if (!first || found.length < 2 || first.column === 0) return undefined;
  const others = names.filter((name, column) => column > first.column && name !== '' && !periods[column]).length;
  if (found.length <= others) return undefined;
  const label = labelColumn(names, first.column, firstRows);
  if (label === undefined) return undefined;
  const months = asMonths(found);
  return { label: names[label] ?? '', periods: months.map(({ header, from, to }) => ({ header, from, to })) };
}

/** Of the columns before the periods, the last that holds names. */
function labelColumn(names: readonly string[], before: number, rows: readonly (readonly string[])[]): number | undefined {
  for (let column = before - 1; column >= 0; column--) {
    const cells = rows.map(row => (row[column] ?? '').trim()).filter(cell => cell !== '' && missingIn(cell) === undefined);
    if (cells.length > 0 && cells.filter(looksLikeValue).length < cells.length / 2) return column;
  }
  return names[0] === undefined ? undefined : 0;
}

type Found = { readonly header: string } & DayRange;

/** Spreadsheets keep the heading 2024年4月 as the date 2024-04-01: first days of months that follow each other are months. */
function asMonths(found: readonly Found[]): readonly Found[] {
  const firsts = found.every(({ from, to }) => from === to && from.endsWith('-01'));
  if (!firsts || found.length < 2) return found;
  return found.map(({ header, from }) => ({ header, from, to: endOfMonth(from) }));
}

function endOfMonth(from: Day): Day {
  const days = daysInMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)));
  return parseDay(`${from.slice(0, 8)}${days}`) ?? from;
}

/** Headings `4月`, `5月`, … of the year that a line above names: a fiscal year (2024年度) or a calendar year (2024年). */
function withYears(
  names: readonly string[],
  notes: readonly string[],
  settings: CalendarSettings,
): readonly (DayRange | undefined)[] | undefined {
  const months = names.map(name => Number(/^(\d{1,2})月(?:度|実績|計画)?$/.exec(name.normalize('NFKC').trim())?.[1] ?? 0));
  if (months.filter(month => month >= 1 && month <= 12).length < 2) return undefined;
  const said = notes.map(note => /(\d{4})年(度?)/.exec(note.normalize('NFKC'))).find(match => match !== null);
  if (!said) return undefined;
  const year = Number(said[1]);
  const starts = said[2] === '度' ? settings.fiscalYearStarts : 1;
  return months.map(month => {
    if (month < 1 || month > 12) return undefined;
    const from = parseDay(`${month < starts ? year + 1 : year}-${String(month).padStart(2, '0')}-01`);
    return from && { from, to: endOfMonth(from) };
  });
}
