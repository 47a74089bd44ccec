import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { shiftPoint, trimmed } from '#core/number/decimal.ts';
import { add, type Rational, rational, rationalOf } from '#core/number/rational.ts';
import { decimalText } from '#core/plan/shown.ts';
import { parseValue } from '#core/text/parse-value.ts';
import type { Text } from '#core/text/text.ts';
import type { Unit } from '#core/unit/unit.ts';
import type { Measure } from '../ui/figures.ts';
import type { SheetLine } from './sheet-cells.ts';
import type { PlannedNode } from './worker-message.ts';

/** A line of the plan by month: a node's targets or planned money. */
export interface ScheduleRow {
  readonly key: string;
  readonly group: 'goal' | 'kpi' | 'budget';
  readonly line: SheetLine;
  readonly name: Text;
  /** Undefined for money that belongs to no node. */
  readonly node: NodeView | undefined;
  readonly of: Measure;
  /** By month: what the sheet says; undefined where it says nothing. */
  readonly given: readonly (string | undefined)[];
  /** By month: what holds where the sheet says nothing. */
  readonly standing: readonly (string | undefined)[];
  /** Of everything that adds up the sum, of a stock the last month; undefined for rates and prices. */
  readonly total: string | undefined;
}

/**
 * The lines of a plan by month: goals that add up, then the KPIs that targets set (or that have months of their own), then money.
 * [PLN-75] With `all`, also KPIs outside the formulas.
 */
export function scheduleRows(view: PlanView, planned: readonly PlannedNode[], all: boolean): readonly ScheduleRow[] {
  const months = view.months.map(({ key }) => key);
  const standing = new Map(planned.map(({ node, months: values }) => [node, values]));
  const inFormulas = new Set(view.nodes.flatMap(({ equals }) => equals?.parts ?? []));
  const isShown = (node: NodeView) =>
    Object.keys(node.months).length > 0 ||
    (node.role === 'goal' ? node.time === 'flow' : node.equals === null && (all || inFormulas.has(node.id)));
  const nodes = view.nodes.filter(isShown).map((node): ScheduleRow => {
    const given = months.map(month => node.months[month]);
    const values = months.map((_, month) => standing.get(node.id)?.[month] ?? undefined);
    return {
      key: `target ${node.id}`,
      group: node.role,
      line: { kind: 'target', node: node.id, department: '', medium: '' },
      name: node.name,
      node,
      of: { unit: node.unit, counter: node.counter },
      given,
      standing: values,
      total: totalOf(
        node.time,
        given.map((value, month) => value ?? values[month]),
      ),
    };
  });
  const money: Unit = { kind: 'money', currency: view.currency };
  const budget = view.budget.map((line): ScheduleRow => {
    const node = view.nodes.find(({ id }) => id === line.node);
    const given = months.map(month => line.months[month]);
    const words = (lang: 'ja' | 'en') => [node?.name[lang], line.department, line.medium].filter(Boolean).join(' · ');
    return {
      key: `budget ${line.node ?? ''} ${line.department ?? ''} ${line.medium ?? ''}`,
      group: 'budget',
      line: { kind: 'budget', node: line.node ?? '', department: line.department ?? '', medium: line.medium ?? '' },
      name: { ja: words('ja') || '予算', en: words('en') || 'Budget' },
      node: undefined,
      of: { unit: money, counter: null },
      given,
      standing: months.map(() => undefined),
      total: totalOf('flow', given),
    };
  });
  return [...nodes, ...budget];
}

function totalOf(time: NodeView['time'], values: readonly (string | undefined)[]): string | undefined {
  if (time === 'level' || values.every(value => value === undefined)) return undefined;
  if (time === 'stock') return values.at(-1);
  return sumOf(values);
}

/** The sum of decimals, nothing counting as nothing. */
export function sumOf(values: readonly (string | undefined)[]): string {
  const sum = values.reduce<Rational>((all, value) => (value === undefined ? all : add(all, rationalOf(value))), rational(0));
  return decimalText(sum);
}

/** What is typed for a cell as it is written into the sheet; empty stays empty, undefined cannot be read. [PLN-76] */
export function cellText(typed: string, unit: Unit): string | undefined {
  if (typed.trim() === '') return '';
  const read = parseValue(typed, unit);
  if (!read.ok || read.value.value.startsWith('-')) return undefined;
  return unit.kind === 'ratio' ? `${trimmed(shiftPoint(read.value.value, 2))}%` : read.value.value;
}
