import { cellAt, type Grid, widthOf } from './grid.ts';
import type { MonthKey, SheetContext } from './kpi-sheet.ts';
import { type MonthHeading, monthHeading, type SaidYear, yearIn } from './month-heading.ts';
import { type FigureKind, kindIn } from './row-kind.ts';
import { isBareWeek, weeksOf } from './week-heading.ts';

/** A column with the figures of one month. */
export interface MonthColumn {
  readonly column: number;
  readonly month: MonthKey;
  /** What stands in it, where headings say so. */
  readonly kind: FigureKind | undefined;
  /** A week of the month, to be put together with its others. [BEG-09] */
  readonly isWeek: boolean;
}

/** One table of a sheet: its headings and where its rows are. */
export interface SheetBlock {
  readonly months: readonly MonthColumn[];
  /** Columns that add up a whole year, with what they add up. */
  readonly totals: readonly { readonly column: number; readonly kind: FigureKind | undefined }[];
  /** Other columns with totals: quarters, halves. */
  readonly partTotals: number;
  readonly firstColumn: number;
  /** Row of the month headings. */
  readonly headingRow: number;
  readonly firstRow: number;
  /** The row behind the last. */
  readonly endRow: number;
  /** What a line above the table says its figures are: 【実績】. */
  readonly kind: FigureKind | undefined;
  /** The year of the first month. */
  readonly year: { readonly first: number; readonly said: boolean };
}

/** Cells of a row that head months; empty where the row is no row of headings. [BEG-03] */
export function headingsOf(row: readonly string[]): ReadonlyMap<number, MonthHeading> {
  const weeks = weeksOf(row);
  if (weeks.size > 0) return weeks;
  const found = row.flatMap((text, column) => {
    const heading = monthHeading(text.trim());
    return heading ? [{ column, heading }] : [];
  });
  const strong = found.filter(({ heading }) => !heading.weak);
  const taken = strong.length >= 2 ? strong : followEachOther(found.map(({ heading }) => heading)) ? found : [];
  const isOneMonth = new Set(taken.map(({ heading: { year, month } }) => `${year} ${month}`)).size < 2;
  return new Map(isOneMonth ? [] : taken.map(({ column, heading }) => [column, heading]));
}

/** Bare numbers are months only where at least three follow each other. */
function followEachOther(headings: readonly MonthHeading[]): boolean {
  return headings.length >= 3 && headings.every(({ month }, i) => i === 0 || month === ((headings[i - 1]?.month ?? 0) % 12) + 1);
}

/** How many different months a row heads. */
export function monthsHeaded(row: readonly string[]): number {
  return new Set([...headingsOf(row).values()].map(({ year, month }) => `${year ?? ''} ${month}`)).size;
}

/** The tables of a sheet whose months run across, one below the other. [BEG-03, BEG-04] */
export function blocksOf(grid: Grid, context: SheetContext): readonly SheetBlock[] {
  const counts = grid.map(monthsHeaded);
  const most = Math.max(0, ...counts);
  if (most < 2) return [];
  const rows = counts.flatMap((count, row) => (count * 2 >= most && count >= 2 ? [row] : []));
  const tops = rows.map((row, place) => topOf(grid, row, (rows[place - 1] ?? -1) + 1));
  return rows.map((row, place) => {
    const end = tops[place + 1] ?? grid.length;
    return blockOf(grid, row, Math.min(tops[place] ?? row, row), Math.max(end, row + 1), context);
  });
}

/** The first of up to three lines above the headings that hold words and no figures under the months. */
function topOf(grid: Grid, headingRow: number, least: number): number {
  const first = Math.min(...headingsOf(grid[headingRow] ?? []).keys());
  let top = headingRow;
  while (top > least && headingRow - top < 3) {
    const above = grid[top - 1] ?? [];
    const words = above.filter(cell => cell.trim() !== '').length;
    const isData = above.slice(first).some(cell => /\d/.test(cell) && !yearIn(cell)) || (words === 0 && top < headingRow);
    if (isData) break;
    top -= 1;
  }
  return top;
}

function blockOf(grid: Grid, headingRow: number, top: number, end: number, context: SheetContext): SheetBlock {
  const headings = headingsOf(grid[headingRow] ?? []);
  const firstColumn = Math.min(...headings.keys());
  const width = widthOf(grid.slice(headingRow, headingRow + 2));
  const under = Array.from({ length: width }, (_, column) => cellAt(grid, headingRow + 1, column).trim());
  const isWeekRow = under.filter(isBareWeek).length >= 3;
  const isSecondRow = isWeekRow || saysKinds(under.slice(firstColumn));
  const hasWeeks = isWeekRow || [...headings.values()].some(({ isWeek }) => isWeek === true);
  const above = labelsAbove(grid, headingRow, top, firstColumn, width);
  const months: MonthColumn[] = [];
  const totals: { column: number; kind: FigureKind | undefined }[] = [];
  let partTotals = 0;
  const years = new Years(yearFor(grid, headingRow, [...headings.values()], context), context);
  let role: 'none' | 'total' | 'part' | MonthKey = 'none';
  for (let column = firstColumn; column < width; column++) {
    const heading = headings.get(column) ?? (hasWeeks ? monthTotal(cellAt(grid, headingRow, column).trim()) : undefined);
    const text = cellAt(grid, headingRow, column).trim();
    const label = above[column] ?? NO_LABEL;
    const below = isSecondRow ? kindIn(under[column] ?? '') : undefined;
    const isWeek = heading?.isWeek === true || (isWeekRow && isBareWeek(under[column] ?? ''));
    const isKnown = !isSecondRow || below !== undefined || (isWeekRow && (isWeek || MONTH_TOTAL.test(under[column] ?? '')));
    if (heading) role = years.next(heading, label);
    else if (text !== '') role = totalRole(text);
    else if (!isSecondRow || under[column] === '') continue;
    const kind = heading?.kind ?? below ?? label.kind;
    if (role === 'total') totals.push({ column, kind: kind ?? kindIn(text) });
    else if (role === 'part') partTotals += 1;
    else if (role !== 'none' && isKnown) months.push({ column, month: role, kind, isWeek });
  }
  // Where the sheet has a month's total beside its weeks, that is the month.
  const whole = new Set(months.flatMap(({ month, kind, isWeek }) => (isWeek ? [] : [`${month} ${kind}`])));
  const kept = months.filter(({ month, kind, isWeek }) => !isWeek || !whole.has(`${month} ${kind}`));
  return {
    months: kept,
    totals,
    partTotals,
    firstColumn,
    headingRow,
    firstRow: headingRow + (isSecondRow ? 2 : 1),
    endRow: end,
    kind: kindAbove(grid, headingRow, top, firstColumn),
    year: { first: years.first, said: years.said },
  };
}

/** Whether a second row of headings says what stands in each column. */
function saysKinds(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => cell !== '');
  const kinds = filled.filter(cell => kindIn(cell) !== undefined).length;
  return kinds >= 2 && kinds * 5 >= filled.length * 3;
}

const MONTH_TOTAL = /^(?:合計|計|月計|小計|月合計|total)$/i;

/** 4月計, 4月合計: the month's own total beside its weeks. */
function monthTotal(text: string): MonthHeading | undefined {
  const [, month] = /^(.*月度?)\s*(?:合計|計|月計|小計)$/.exec(text.normalize('NFKC')) ?? [];
  return month === undefined ? undefined : monthHeading(month);
}

function totalRole(text: string): 'total' | 'part' | 'none' {
  const word = text
    .normalize('NFKC')
    .replace(/[\s()[\]]/g, '')
    .toLowerCase();
  if (
    /^(?:合計|計|総計|年計|年間|通期|年合計|年間合計|通年|年度計|年度合計|total|fullyear|year|fy\d*)(?:目標|実績|計画|予算)?$/.test(
      word,
    )
  )
    return 'total';
  return /(?:計|期|平均|累計|四半期|total|average|avg|ytd)$|^(?:[1-4]q|q[1-4]|[12]h|h[12]|上期|下期)/.test(word)
    ? 'part'
    : 'none';
}

interface AboveLabel {
  /** Column of the cell that spans this one. */
  readonly from: number;
  readonly year: SaidYear | undefined;
  readonly kind: FigureKind | undefined;
}

const NO_LABEL: AboveLabel = { from: -1, year: undefined, kind: undefined };

/** What the cells above the months say; one that spans several columns stands in the first of them. */
function labelsAbove(grid: Grid, headingRow: number, top: number, firstColumn: number, width: number): readonly AboveLabel[] {
  const labels: AboveLabel[] = [];
  for (let column = firstColumn; column < width; column++) {
    let label = labels[column - 1] ?? NO_LABEL;
    for (let row = top; row < headingRow; row++) {
      const text = cellAt(grid, row, column).trim();
      if (text === '' || text === cellAt(grid, row, column - 1).trim()) continue;
      const [year, kind] = [yearIn(text), kindIn(text)];
      if (year) label = { ...label, year, from: column };
      if (kind) label = { ...label, kind, from: column };
    }
    labels[column] = label;
  }
  return labels;
}

/** 【実績】 in a line above the table, before the months. */
function kindAbove(grid: Grid, headingRow: number, top: number, firstColumn: number): FigureKind | undefined {
  for (let row = headingRow; row >= top; row--) {
    for (const cell of (grid[row] ?? []).slice(0, row === headingRow ? firstColumn : undefined)) {
      const kind = kindIn(cell.replace(/[■◆●▼◇□○]/g, ''));
      if (kind === 'target' || kind === 'actual') return kind;
    }
  }
  return undefined;
}

/** The year of the first month: told, said by a line above, or the fiscal year that is running. */
function yearFor(
  grid: Grid,
  headingRow: number,
  headings: readonly MonthHeading[],
  context: SheetContext,
): { first: number; said: boolean } {
  const [first] = headings;
  const month = first?.month ?? 1;
  const starts = context.fiscalYearStarts;
  const isWhole = new Set(headings.map(heading => heading.month)).size === 12;
  const fiscal = (year: number) => (month < starts && !isWhole ? year + 1 : year);
  if (context.year !== undefined) return { first: context.year, said: true };
  const lines = grid
    .slice(0, headingRow + 1)
    .toReversed()
    .flat();
  for (const text of [...lines, ...context.titles]) {
    if (text.length > 120 || monthHeading(text.trim())) continue;
    const said = yearIn(text);
    if (said) return { first: said.basis === 'calendar' ? said.year : fiscal(said.year), said: true };
  }
  const [year = 2000, now = 1] = context.today.split('-').map(Number);
  return { first: fiscal(now >= starts ? year : year - 1), said: false };
}

/** Gives each heading its year, in the order of the columns. */
class Years {
  first: number;
  said: boolean;
  private readonly start: number;
  private readonly context: SheetContext;
  private last: { readonly year: number; readonly month: number; readonly label: AboveLabel } | undefined;

  constructor({ first, said }: { readonly first: number; readonly said: boolean }, context: SheetContext) {
    this.first = first;
    this.start = first;
    this.said = said;
    this.context = context;
  }

  next({ year: own, month }: MonthHeading, label: AboveLabel): MonthKey {
    const year = own ?? this.yearOf(month, label);
    if (!this.last) {
      this.first = year;
      this.said ||= own !== undefined || label.year !== undefined;
    }
    this.last = { year, month, label };
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  }

  private yearOf(month: number, label: AboveLabel): number {
    const { last } = this;
    const isNew = last?.label.from !== label.from;
    if (label.year && isNew && this.context.year === undefined) {
      const { year, basis } = label.year;
      return basis === 'calendar' || month >= this.context.fiscalYearStarts ? year : year + 1;
    }
    if (!last || (isNew && label.kind !== last.label.kind)) return this.start;
    return month < last.month ? last.year + 1 : last.year;
  }
}
