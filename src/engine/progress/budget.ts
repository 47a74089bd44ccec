import type { Day } from '#core/calendar/day.ts';
import { type DayRange, intersection, lengthOf } from '#core/calendar/day-range.ts';
import type { Cell, Decimal, Observation } from '#core/measure/observation.ts';
import { add, divide, multiply, type Rational, rational, rationalOf, subtract, toNumber } from '#core/number/rational.ts';
import { monthKey, planMonths } from '#core/plan/month-bounds.ts';
import type { BudgetLine, NodeId, Plan, Spending } from '#core/plan/plan.ts';
import { decimalText } from '#core/plan/shown.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { ask } from '../query/ask.ts';
import type { PlanStage } from './plan-stage.ts';

/** Planned money against what was spent, to a day. [PRG-07] */
export interface BudgetStanding {
  readonly metric: string | null;
  readonly range: DayRange;
  readonly total: BudgetAmounts | null;
  readonly lines: readonly (BudgetAmounts & Pick<BudgetLine, 'node' | 'department' | 'medium'>)[];
  readonly nodes: readonly (BudgetAmounts & { readonly node: NodeId })[];
}

export interface BudgetAmounts {
  /** Of the whole plan. */
  readonly planned: Decimal;
  /** To the day: whole months, and of the running one the share of its days that are over. */
  readonly due: Decimal;
  /** Null where nothing says what was spent for this line. */
  readonly spent: Observation | null;
  /** planned − spent. */
  readonly remaining: Decimal | null;
  /** spent ÷ planned; null for nothing planned. */
  readonly share: number | null;
}

/** Budget lines of a plan with what was spent of them from the plan's first day on; nothing is guessed where nothing is measured. */
export async function readBudget(app: App, stage: PlanStage, range: DayRange, problems: Problem[]): Promise<BudgetStanding> {
  const { plan } = stage;
  const { budget, spending } = plan;
  const spent = spending && budget.length > 0 ? await readSpending(app, stage, spending, range, problems) : undefined;
  const lines = budget.map(line => {
    const { node, department, medium } = line;
    const amounts = amountsOf([line], plan, range.to, spent?.of(line));
    return { ...(node ? { node } : {}), ...(department ? { department } : {}), ...(medium ? { medium } : {}), ...amounts };
  });
  const named = [...new Set(budget.flatMap(({ node }) => node ?? []))];
  return {
    metric: spending?.metric ?? null,
    range,
    total: budget.length === 0 ? null : amountsOf(budget, plan, range.to, spent?.total),
    lines,
    nodes: named.map(node => {
      const own = budget.filter(line => line.node === node);
      const parts = own.map(line => spent?.of(line));
      return { node, ...amountsOf(own, plan, range.to, summed(parts)) };
    }),
  };
}

interface Spent {
  readonly total: Observation | undefined;
  /** What was spent for a line; undefined where its keys do not stand in the rows. */
  of(line: BudgetLine): Observation | undefined;
}

async function readSpending(
  app: App,
  { knowledge, key }: PlanStage,
  { metric, by }: Spending,
  range: DayRange,
  problems: Problem[],
): Promise<Spent> {
  const columns = [by.department, by.medium].filter(column => column !== undefined);
  const answered = await ask(app, { metrics: [metric], periods: [range], by: columns, where: [] }, knowledge, key);
  if (!answered.ok) {
    problems.push(...answered.problems);
    return { total: undefined, of: () => undefined };
  }
  const [answer] = answered.value;
  const total = answer?.totals[0]?.observation;
  return {
    total,
    of: line => {
      const keys = (
        [
          ['department', by.department],
          ['medium', by.medium],
        ] as const
      ).flatMap(([name, column]) => {
        const value = line[name];
        return value === undefined ? [] : [{ column, value }];
      });
      if (keys.length === 0 || keys.some(({ column }) => column === undefined)) return undefined;
      if (!total || total.state === 'no-data') return total;
      const own = (answer?.cells ?? []).filter(cell => keys.every(({ column, value }) => isIn(cell, column, value)));
      return summed(own.map(cell => cell.observation)) ?? { state: 'zero', value: 0, exact: '0' };
    },
  };
}

function isIn(cell: Cell, column: string | undefined, value: string): boolean {
  return column !== undefined && cell.slice[column]?.trim() === value.trim();
}

/** The sum of observations; undefined of none, or when one of them has no number. */
function summed(parts: readonly (Observation | undefined)[]): Observation | undefined {
  let sum: Rational | undefined;
  for (const part of parts) {
    if (!part || part.state === 'undefined') return part;
    if (part.state === 'no-data') continue;
    sum = add(sum ?? rational(0), rationalOf(part.exact));
  }
  if (!sum) return undefined;
  const exact = decimalText(sum);
  return sum.numerator === 0n ? { state: 'zero', value: 0, exact: '0' } : { state: 'value', value: toNumber(sum), exact };
}

function amountsOf(lines: readonly BudgetLine[], plan: Plan, to: Day, spent: Observation | undefined): BudgetAmounts {
  const parts = planMonths(plan);
  const sum = (share: (month: (typeof parts)[number]) => Rational): Rational =>
    parts.reduce((all, part) => {
      const amount = lines.reduce((of, { months }) => add(of, rationalOf(months.get(monthKey(part)) ?? '0')), rational(0));
      return add(all, multiply(amount, share(part)));
    }, rational(0));
  const planned = sum(() => rational(1));
  const due = sum(part => {
    const over = part.from <= to ? intersection(part, { from: part.from, to }) : undefined;
    return over ? rational(lengthOf(over), lengthOf(part)) : rational(0);
  });
  const used = spent && spent.state !== 'no-data' && spent.state !== 'undefined' ? rationalOf(spent.exact) : undefined;
  const share = used && divide(used, planned);
  return {
    planned: decimalText(planned),
    due: decimalText(due),
    spent: spent ?? null,
    remaining: used ? decimalText(subtract(planned, used)) : null,
    share: share ? toNumber(share) : null,
  };
}
