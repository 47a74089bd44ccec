import type { Decimal } from '../measure/observation.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { type CsvCell, csvRows } from './csv-cells.ts';
import { monthKey, planMonths } from './month-bounds.ts';
import type { BudgetLine, NodeId, Plan } from './plan.ts';
import { planMessages } from './plan-messages.ts';
import { parseAmount } from './target.ts';

/** sheet.csv read: monthly targets by node, and budget lines. [PLN-25] */
export interface Sheet {
  readonly targets: ReadonlyMap<NodeId, ReadonlyMap<string, Decimal>>;
  readonly budget: readonly BudgetLine[];
  readonly problems: readonly Problem[];
}

const problem = problemsOf(planMessages);
const FIXED = ['node', 'kind', 'department', 'medium'];
const MONTH = /^[0-9]{4}-(?:0[1-9]|1[0-2])$/;

/**
 * Reads sheet.csv: a header `node,kind,department,medium,2026-04,…` (department and medium may be missing), then one row per
 * node and kind. `target` rows hold the node's target of each month, `budget` rows planned money. Empty cells say nothing.
 */
export function readSheet(text: string, plan: Pick<Plan, 'period' | 'calendar'>): Sheet {
  const [header, ...rows] = csvRows(text);
  const targets = new Map<NodeId, Map<string, Decimal>>();
  const budget: BudgetLine[] = [];
  const problems: Problem[] = [];
  if (!header) return { targets, budget, problems };
  const names = header.map(cell => cell.text.trim());
  const months = new Set(planMonths(plan).map(monthKey));
  const known = names.every(name => FIXED.includes(name) || MONTH.test(name)) && names.includes('node') && names.includes('kind');
  if (!known)
    return { targets, budget, problems: [problem('sheet-header', { found: names.slice(0, 6).join(',') }, { line: 1 })] };
  for (const name of names) {
    if (MONTH.test(name) && !months.has(name)) problems.push(problem('sheet-month', { month: name }, { line: 1 }));
  }
  rows.forEach((row, i) => {
    const line = i + 2;
    const cell = (name: string): string => row[names.indexOf(name)]?.text.trim() ?? '';
    const values = monthValues(row, names, line, problems);
    const kind = cell('kind');
    if (kind === 'target') targets.set(cell('node'), new Map([...(targets.get(cell('node')) ?? []), ...values]));
    else if (kind === 'budget') budget.push(budgetLine(cell, values));
    else problems.push(problem('sheet-kind', { kind }, { line }));
  });
  return { targets, budget, problems };
}

function monthValues(
  row: readonly CsvCell[],
  names: readonly string[],
  line: number,
  problems: Problem[],
): ReadonlyMap<string, Decimal> {
  const values = new Map<string, Decimal>();
  names.forEach((month, column) => {
    const text = row[column]?.text.trim() ?? '';
    if (!MONTH.test(month) || text === '') return;
    const amount = parseAmount(text);
    if (amount === undefined) problems.push(problem('sheet-cell', { text: text.slice(0, 40), month }, { line }));
    else values.set(month, amount);
  });
  return values;
}

function budgetLine(cell: (name: string) => string, months: ReadonlyMap<string, Decimal>): BudgetLine {
  const [node, department, medium] = [cell('node'), cell('department'), cell('medium')];
  return { ...(node ? { node } : {}), ...(department ? { department } : {}), ...(medium ? { medium } : {}), months };
}
