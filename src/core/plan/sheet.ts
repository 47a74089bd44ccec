import { type Day, parseDay } from '../calendar/day.ts';
import { periodsBetween } from '../calendar/periods-between.ts';
import type { Decimal } from '../measure/observation.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { type CsvCell, csvRows } from './csv-cells.ts';
import { monthKey, planMonths } from './month-bounds.ts';
import type { BudgetLine, NodeId, Plan } from './plan.ts';
import { sheetMessages } from './sheet-messages.ts';
import { SOURCE_LIMITS, utf8Length } from './source.ts';
import { parseAmount } from './target.ts';

/** sheet.csv read: monthly targets by node, and budget lines. [PLN-25] */
export interface Sheet {
  /** Cells of target rows as written: what they mean depends on the node's unit. */
  readonly targets: ReadonlyMap<NodeId, ReadonlyMap<string, SheetCell>>;
  /** Cells of target rows that fall on weeks, by the first day of the week. [PLN-29] */
  readonly weeks: ReadonlyMap<NodeId, ReadonlyMap<string, SheetCell>>;
  readonly budget: readonly BudgetLine[];
  /** The line of each node's first row, of whatever kind. */
  readonly lines: ReadonlyMap<NodeId, number>;
  readonly problems: readonly Problem[];
}

export interface SheetCell {
  readonly text: string;
  /** 1-based line in sheet.csv. */
  readonly line: number;
}

const problem = problemsOf(sheetMessages);
const FIXED = ['node', 'kind', 'department', 'medium'];
const MONTH = /^[0-9]{4}-(?:0[1-9]|1[0-2])$/;
const WEEK = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/**
 * Reads sheet.csv: a header `node,kind,department,medium,2026-04,…` (department and medium may be missing), then one row per
 * node and kind. `target` rows hold the node's target of each month, `budget` rows planned money. Empty cells say nothing. Columns
 * of weeks, named by their first day, say how target rows fall on weeks.
 */
export function readSheet(text: string, plan: Pick<Plan, 'period' | 'calendar'>): Sheet {
  const bytes = utf8Length(text);
  if (bytes > SOURCE_LIMITS.bytes) {
    const problems = [problem('sheet-too-large', { bytes, limit: SOURCE_LIMITS.bytes }, place(1))];
    return { targets: new Map(), weeks: new Map(), budget: [], lines: new Map(), problems };
  }
  const [header, ...rows] = csvRows(text);
  const targets = new Map<NodeId, Map<string, SheetCell>>();
  const weeks = new Map<NodeId, Map<string, SheetCell>>();
  const budget: BudgetLine[] = [];
  const lines = new Map<NodeId, number>();
  const problems: Problem[] = [];
  if (!header) return { targets, weeks, budget, lines, problems };
  const names = header.map(cell => cell.text.trim());
  const months = new Set(planMonths(plan).map(monthKey));
  const isColumn = (name: string) => FIXED.includes(name) || MONTH.test(name) || WEEK.test(name);
  const known = names.every(isColumn) && names.includes('node') && names.includes('kind');
  if (!known)
    return {
      targets,
      weeks,
      budget,
      lines,
      problems: [problem('sheet-header', { found: names.slice(0, 6).join(',') }, place(1))],
    };
  for (const name of names) {
    if (MONTH.test(name) && !months.has(name)) problems.push(problem('sheet-month', { month: name }, place(1)));
    if (WEEK.test(name) && !isWeek(name, plan)) {
      problems.push(problem('sheet-week', { week: name, starts: plan.calendar.weekStarts }, place(1)));
    }
  }
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) !== i) problems.push(problem('sheet-column-twice', { name }, place(1)));
  }
  let [line, upTo] = [1, 0];
  for (const row of rows) {
    const start = row[0]?.range.start ?? upTo;
    line += text.slice(upTo, start).split('\n').length - 1;
    upTo = start;
    const cell = (name: string): string => row[names.indexOf(name)]?.text.trim() ?? '';
    const cells = cellsIn(row, names, line, MONTH);
    const weekly = cellsIn(row, names, line, WEEK);
    const kind = cell('kind');
    const id = cell('node');
    if ((id !== '' || kind === 'target') && !lines.has(id)) lines.set(id, line);
    if (kind === 'target') {
      if (targets.has(id)) problems.push(problem('sheet-row-twice', { node: id }, place(line)));
      else targets.set(id, cells);
      if (weekly.size > 0 && !weeks.has(id)) weeks.set(id, weekly);
    } else if (kind === 'budget') {
      budget.push(budgetLine(cell, amounts(cells, problems)));
      if (weekly.size > 0) problems.push(problem('sheet-week-budget', {}, place(line)));
    } else problems.push(problem('sheet-kind', { kind }, place(line)));
  }
  return { targets, weeks, budget, lines, problems };
}

/** Whether a day begins a week that lies in the plan, wholly or in part. */
function isWeek(name: string, { period, calendar }: Pick<Plan, 'period' | 'calendar'>): boolean {
  const day: Day | undefined = parseDay(name);
  return day !== undefined && periodsBetween(period.from, period.to, 'week', calendar).some(part => part.period.from === day);
}

function cellsIn(row: readonly CsvCell[], names: readonly string[], line: number, columns: RegExp): Map<string, SheetCell> {
  const cells = new Map<string, SheetCell>();
  names.forEach((name, column) => {
    const text = row[column]?.text.trim() ?? '';
    if (columns.test(name) && text !== '') cells.set(name, { text, line });
  });
  return cells;
}

function amounts(cells: ReadonlyMap<string, SheetCell>, problems: Problem[]): ReadonlyMap<string, Decimal> {
  const values = new Map<string, Decimal>();
  for (const [month, { text, line }] of cells) {
    const amount = parseAmount(text);
    if (amount === undefined) problems.push(problem('sheet-cell', { text: text.slice(0, 40), month }, place(line)));
    else values.set(month, amount);
  }
  return values;
}

function budgetLine(cell: (name: string) => string, months: ReadonlyMap<string, Decimal>): BudgetLine {
  const [node, department, medium] = [cell('node'), cell('department'), cell('medium')];
  return { ...(node ? { node } : {}), ...(department ? { department } : {}), ...(medium ? { medium } : {}), months };
}

function place(line: number): { readonly at: readonly string[]; readonly line: number } {
  return { at: ['sheet'], line };
}
