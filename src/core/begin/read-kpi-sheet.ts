import type { Decimal } from '../measure/observation.ts';
import { shiftPoint, trimmed } from '../number/decimal.ts';
import { add, exactDecimal, rationalOf } from '../number/rational.ts';
import { failed, ok, type Problem, problemsOf, type Result } from '../problem/problem.ts';
import { missingIn } from '../text/missing.ts';
import { parseNumber } from '../text/parse-number.ts';
import { beginMessages } from './begin-messages.ts';
import { cellAt, GRID_LIMITS, type Grid, isTooLarge, turned, widthOf } from './grid.ts';
import type { KpiRow, KpiSheet, LeftReason, MonthKey, SheetContext } from './kpi-sheet.ts';
import { type LabelColumns, labelColumns } from './label-columns.ts';
import { widened } from './long-table.ts';
import { blocksOf, type MonthColumn, monthsHeaded, type SheetBlock } from './month-columns.ts';
import { NamePaths } from './name-path.ts';
import { type FigureKind, kindIn, splitKind } from './row-kind.ts';
import { moneyUnitIn, type SheetUnit, splitUnit, unitIn } from './sheet-unit.ts';

const problem = problemsOf(beginMessages);

/**
 * Reads the sheet of KPIs that a team keeps: KPI × months, with targets and actuals as rows, as columns or as tables of their own,
 * in whatever order its months run. [BEG-01 … BEG-08]
 *
 * In    the cells as texts; the fiscal year's first month, today, the names of sheet and file, and what somebody said about it
 * Out   targets and actuals by KPI and month, exact to the last digit, with what is doubtful beside them. Figures of rows that say
 *       per cent are fractions; a row's own 千円 is multiplied out; what the sheet as a whole says about money is told, not applied
 * Empty cells without a value, `-`, 未定 and their like give no figure, never a zero
 * Error a grid without months or without rows, or one too large for a sheet of KPIs, says so; any grid gives an answer
 */
export function readKpiSheet(cells: Grid, context: SheetContext): Result<KpiSheet> {
  const given = cells.map(row => row.map(cell => cell.slice(0, GRID_LIMITS.cellLength)));
  const grid = (isTooLarge(given) ? undefined : widened(given)) ?? given;
  if (grid.every(row => row.every(cell => cell.trim() === ''))) return failed([problem('begin-empty', {})]);
  if (isTooLarge(grid)) return failed([problem('begin-too-large', { rows: grid.length, columns: widthOf(grid) })]);
  const sideways = turned(grid);
  const across = Math.max(0, ...grid.map(monthsHeaded));
  const down = Math.max(0, ...sideways.map(monthsHeaded));
  const upright = across >= down ? grid : sideways;
  const blocks = blocksOf(upright, context);
  if (blocks.length === 0) return failed([problem('begin-no-months', {})]);
  const reader = new SheetReader(upright, grid, context);
  for (const block of blocks) reader.read(block);
  const sheet = reader.sheet(blocks);
  return sheet.rows.length === 0 ? failed([problem('begin-no-rows', {}), ...sheet.doubts]) : ok(sheet, sheet.doubts);
}

interface Gathered {
  readonly name: string;
  readonly group: readonly string[];
  readonly kind: 'target' | 'actual';
  unit: SheetUnit | undefined;
  readonly values: Map<MonthKey, Decimal>;
  readonly weeks: Map<MonthKey, Decimal[]>;
  total: Decimal | undefined;
  readonly line: number;
  /** What cells show behind or before their digits. */
  seen: 'percent' | 'money' | undefined;
}

/** Beyond so many of a sort, doubts say nothing new. */
const MOST_DOUBTS = 50;

class SheetReader {
  private readonly grid: Grid;
  private readonly original: Grid;
  private readonly context: SheetContext;
  private readonly rows = new Map<string, Gathered>();
  private readonly units = new Map<string, SheetUnit>();
  private readonly doubts: Problem[] = [];
  private readonly left: Record<LeftReason, number> = { ratio: 0, difference: 0, forecast: 0, cumulative: 0, total: 0 };
  private assumed: 'target' | 'actual' | undefined;
  private isGuess = false;

  constructor(grid: Grid, original: Grid, context: SheetContext) {
    this.grid = grid;
    this.original = original;
    this.context = context;
  }

  sheet(blocks: readonly SheetBlock[]): KpiSheet {
    const money = this.money(blocks);
    const rows: KpiRow[] = [...this.rows.values()]
      .filter(({ values }) => values.size > 0)
      .map(({ seen, unit, ...row }) => ({ ...row, money, unit: unit ?? (seen && SEEN_UNITS[seen]) }));
    const months = [...new Set(rows.flatMap(({ values }) => [...values.keys()]))].toSorted();
    const [first] = blocks;
    const year = first?.year;
    const month = Number(first?.months[0]?.month.slice(5) ?? 1);
    if (year && !year.said) this.doubts.unshift(problem('begin-year-assumed', { year: year.first, month }));
    if (this.assumed && this.isGuess) this.doubts.unshift(problem('begin-kind-assumed', { kind: this.assumed }));
    if (rows.some(({ weeks }) => weeks.size > 0)) this.doubts.unshift(problem('begin-weeks', {}));
    return { months, rows, money, year, assumedKind: this.assumed, left: this.left, doubts: this.doubts };
  }

  read(block: SheetBlock): void {
    const labels = labelColumns(this.grid, block);
    const paths = new NamePaths();
    this.left.total += block.partTotals;
    for (let row = block.firstRow; row < block.endRow; row++) this.readRow(row, block, labels, paths);
  }

  private readRow(row: number, block: SheetBlock, labels: LabelColumns, paths: NamePaths): void {
    const cell = (column: number | undefined) => (column === undefined ? '' : cellAt(this.grid, row, column));
    const hasFigures = block.months.some(({ column }) => isFigure(cell(column)));
    const written = kindIn(cell(labels.kind));
    const isBare = !hasFigures && written === undefined;
    const path = paths.next(labels.names.map(cell), isBare);
    if (isBare) return;
    if (!path || path.name === '') {
      if (hasFigures) this.doubt(problem('begin-row-nameless', { line: row + 1 }, { line: row + 1 }));
      return;
    }
    const unbracketed = splitUnit(path.name);
    const split = splitKind(unbracketed.name);
    const inner = splitUnit(split.name);
    if (path.isTotal) {
      this.left.total += 1;
      return;
    }
    const own = unitIn(cell(labels.unit)) ?? unbracketed.unit ?? inner.unit;
    const key = [...path.group, inner.name].join('\u0000');
    const unit = own ?? this.units.get(key);
    if (unit && !this.units.has(key)) this.units.set(key, unit);
    const rowKind = written ?? split.kind;
    const found = { name: inner.name, group: path.group, unit, line: row + 1, key };
    const skipped = new Set<LeftReason>();
    for (const month of block.months) this.take(found, rowKind ?? month.kind ?? block.kind, month, cell(month.column), skipped);
    for (const reason of skipped) this.left[reason] += 1;
    for (const { column, kind } of block.totals) this.takeTotal(found, rowKind ?? kind ?? block.kind, cell(column));
  }

  private take(
    row: Pick<Gathered, 'name' | 'group' | 'unit' | 'line'> & { readonly key: string },
    said: FigureKind | undefined,
    { month, isWeek }: MonthColumn,
    text: string,
    skipped: Set<LeftReason>,
  ): void {
    const kind = said ?? this.assumedKind();
    if (kind !== 'target' && kind !== 'actual' && kind !== 'last-year') {
      if (text.trim() !== '') skipped.add(kind);
      return;
    }
    const { name } = row;
    const figure = this.figure(name, month, text, row.unit);
    if (!figure) return;
    const { value } = figure;
    const at = kind === 'last-year' ? yearBefore(month) : month;
    const gathered = this.gathered(row, kind === 'target' ? 'target' : 'actual');
    gathered.seen ??= figure.seen;
    const { values } = gathered;
    const before = values.get(at);
    const weeks = gathered.weeks.get(at) ?? [];
    if (isWeek) {
      gathered.weeks.set(at, [...weeks, value]);
      values.set(at, weeks.length === 0 ? value : addDecimals(before ?? '0', value));
    } else if (before === undefined) values.set(at, value);
    else if (before !== value)
      this.doubt(problem('begin-cell-twice', { name, month: at, kept: before, other: value }, { line: row.line }));
  }

  private takeTotal(
    row: Pick<Gathered, 'name' | 'group' | 'unit' | 'line'> & { readonly key: string },
    said: FigureKind | undefined,
    text: string,
  ): void {
    const kind = said ?? this.assumedKind();
    if ((kind !== 'target' && kind !== 'actual') || !isFigure(text)) return;
    const reading = parseNumber(text.trim());
    if (reading.kind !== 'number') return;
    const gathered = this.rows.get(`${kind} ${row.key}`);
    if (gathered) gathered.total ??= scaled(reading.value, reading.seen.percent === true, row.unit);
  }

  private gathered(
    row: Pick<Gathered, 'name' | 'group' | 'unit' | 'line'> & { readonly key: string },
    kind: 'target' | 'actual',
  ): Gathered {
    const key = `${kind} ${row.key}`;
    const known = this.rows.get(key);
    if (known) {
      known.unit ??= row.unit;
      return known;
    }
    const { name, group, unit, line } = row;
    const made: Gathered = {
      name,
      group,
      kind,
      unit,
      values: new Map(),
      weeks: new Map(),
      total: undefined,
      line,
      seen: undefined,
    };
    this.rows.set(key, made);
    return made;
  }

  private figure(
    name: string,
    month: MonthKey,
    written: string,
    unit: SheetUnit | undefined,
  ): { readonly value: Decimal; readonly seen: Gathered['seen'] } | undefined {
    const text = written.trim();
    if (text === '' || missingIn(text) || UNDECIDED.test(text)) return undefined;
    const reading = readFigure(text);
    if (reading.kind === 'missing') return undefined;
    if (reading.kind !== 'number') {
      this.doubt(problem('begin-cell-unreadable', { name, month, text: text.slice(0, 30) }));
      return undefined;
    }
    const { percent, currency, scale } = reading.seen;
    const value = scaled(reading.value, percent === true, ownUnit(unit, scale));
    return { value, seen: percent ? 'percent' : currency === undefined && scale === undefined ? undefined : 'money' };
  }

  /** What figures are that say nothing about it: as told, as a title says, else targets. */
  private assumedKind(): 'target' | 'actual' {
    if (this.assumed) return this.assumed;
    const said = [...this.context.titles, ...this.original.slice(0, 5).flat()].filter(text => text.length <= 60).join(' ');
    const [target, actual] = [/目標|計画|予算|target|plan|budget/i.test(said), /実績|actual|result/i.test(said)];
    this.isGuess = this.context.kind === undefined && target === actual;
    this.assumed = this.context.kind ?? (actual && !target ? 'actual' : 'target');
    return this.assumed;
  }

  private money(blocks: readonly SheetBlock[]): SheetUnit | undefined {
    const tables = new Set(blocks.flatMap(({ headingRow, endRow }) => [headingRow, endRow]));
    const cells = [...this.original.slice(0, 12), ...this.original.slice(-8)].flat();
    return tables.size === 0 ? undefined : cells.flatMap(cell => moneyUnitIn(cell) ?? [])[0];
  }

  private doubt(found: Problem): void {
    if (this.doubts.filter(({ code }) => code === found.code).length < MOST_DOUBTS) this.doubts.push(found);
  }
}

/** A figure, also with a note behind it: 1,200（展示会含む）, 980 ※速報. */
function readFigure(text: string): ReturnType<typeof parseNumber> {
  const whole = parseNumber(text);
  if (whole.kind !== 'not-a-number') return whole;
  const [, figure] = NOTED.exec(text) ?? [];
  return figure === undefined ? whole : parseNumber(figure.trim());
}

const NOTED = /^([^（(【※*＊←]*?\d[^（(【※*＊←]*?)\s*(?:[（(【].*[)）】]|[※*＊←].*)$/u;

function addDecimals(a: Decimal, b: Decimal): Decimal {
  return exactDecimal(add(rationalOf(a), rationalOf(b))) ?? a;
}

/** Of rows that name no unit, by what their cells show. */
const SEEN_UNITS = {
  percent: { kind: 'percent', power: 0, text: '%' },
  money: { kind: 'money', power: 0, text: '円' },
} as const satisfies Readonly<Record<string, SheetUnit>>;

const UNDECIDED = /^(?:未定|検討中|調整中|tbd|tba|集計中|計測中|未集計|未計測|対象外)$/i;

function isFigure(text: string): boolean {
  return /[\d０-９]/.test(text);
}

/** A cell that shows its own scale (120万) is not multiplied once more. */
function ownUnit(unit: SheetUnit | undefined, scale: string | undefined): SheetUnit | undefined {
  return scale === undefined || !unit ? unit : { ...unit, power: 0 };
}

function scaled(value: Decimal, isPercent: boolean, unit: SheetUnit | undefined): Decimal {
  if (isPercent || !unit || unit.power === 0) return trimmed(value);
  return trimmed(shiftPoint(value, unit.power));
}

function yearBefore(month: MonthKey): MonthKey {
  return `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`;
}
