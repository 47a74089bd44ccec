import { cornerOutcomes } from './corners.ts';
import { decimalBeside, type Fraction, fraction, fractionOf, greater, isLess, lesser, times } from './fraction.ts';
import { type Month, monthsBetween } from './months.ts';
import type { Expression, ModelNode, ModelPipeline, ModelPlan, ModelTarget, Rhythm } from './plan-model.ts';
import { inputsOf } from './plan-model.ts';
import type { Random } from './random.ts';

/**
 * A random plan: drivers with every kind of target, formulas of every kind over them, delays, stocks, and a goal whose target
 * lies often exactly at, or just beside, what the targets can be relied on to give.
 */
export function randomPlan(random: Random): ModelPlan {
  const { from, to } = randomPeriod(random);
  const months = monthsBetween(from, to);
  const nodes: ModelNode[] = Array.from({ length: driverCount(random) }, (_, i) => driver(i, months, to, random));
  for (let i = 0, count = random.whole(0, 4); i < count; i++) nodes.push(calculated(`n${i}`, nodes, random));
  const goalNode = calculated('goal', nodes, random);
  nodes.push(goalNode);
  const by = random.chance(0.3) ? dayWithin(months, random) : undefined;
  const pipeline = randomPipeline(nodes, months, random);
  const used = withInputs(nodes, goalNode);
  const open: ModelPlan = { from, to, nodes: used, pipeline, goal: { id: 'goal', ...(by === undefined ? {} : { by }) } };
  const target = goalTarget(open, random);
  return { ...open, goal: { ...open.goal, target: by === undefined ? target : { ...target, by } } };
}

function driverCount(random: Random): number {
  return random.chance(0.05) ? random.whole(5, 8) : random.whole(1, 4);
}

function randomPeriod(random: Random): { readonly from: string; readonly to: string } {
  const length = random.pick([1, 2, 3, 3, 4, 4, 6, 12]);
  const start = random.whole(0, 11);
  const day = (monthsOn: number, date: number) => new Date(Date.UTC(2026, start + monthsOn, date)).toISOString().slice(0, 10);
  const first = random.chance(0.2) ? random.whole(2, 15) : 1;
  const last = random.chance(0.2) ? day(length - 1, random.whole(16, 28)) : day(length, 0);
  return { from: day(0, first), to: last };
}

function dayWithin(months: readonly Month[], random: Random): string {
  const month = random.pick(months);
  const date = random.chance(0.5) ? month.last : random.whole(month.first, month.last);
  return `${month.year}-${String(month.month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

const SIGNS = [
  'at-least',
  'at-least',
  'at-least',
  'at-most',
  'equal',
  'equal',
  'equal',
  'between',
  'between',
  'between',
] as const;
const AMOUNTS = ['1', '2', '3', '7', '10', '60', '100', '120.5', '1000', '12345', '250000'];
const PRICES = ['0.5', '1', '2', '80', '250', '5000', '1234567.89'];
const RATES = ['0.001', '0.02', '0.03', '0.1', '0.125', '0.25', '0.5', '0.6', '0.8', '0.999', '1'];

function driver(i: number, months: readonly Month[], to: string, random: Random): ModelNode {
  const time = random.chance(0.5) ? 'flow' : 'level';
  const unit =
    time === 'flow' ? random.pick(['count', 'money'] as const) : random.pick(['ratio', 'ratio', 'money', 'count'] as const);
  const amounts = unit === 'ratio' ? RATES : time === 'flow' ? AMOUNTS : PRICES;
  const value = random.chance(0.03) ? '0' : random.pick(amounts);
  const sign = random.pick(SIGNS);
  const higher = amounts.filter(amount => isLess(fractionOf(value), fractionOf(amount)));
  const upTo = higher.length > 0 ? random.pick(higher) : value;
  const picked = time === 'flow' ? random.pick(RHYTHMS) : 'total';
  const rhythm = picked === 'total' ? undefined : picked;
  const by =
    time === 'flow' && rhythm === undefined && random.chance(0.3) ? random.pick([to, dayWithin(months, random)]) : undefined;
  const single = random.chance(0.1) ? months.flatMap((_, month) => (random.chance(0.5) ? [month] : [])) : [];
  const target: ModelTarget = {
    sign,
    value,
    ...(sign === 'between' ? { upTo } : {}),
    ...(rhythm === undefined ? {} : { per: rhythm }),
    ...(by === undefined ? {} : { by }),
    ...(single.length > 0 ? { months: new Map(single.map(month => [month, random.pick(amounts)])) } : {}),
  };
  const baseline = random.chance(time === 'flow' ? 0.5 : 0.2) ? fractionOf(random.pick(amounts)) : undefined;
  return { id: `d${i}`, time, unit, isOpen: random.chance(0.3), target, ...(baseline ? { baseline } : {}) };
}

const RHYTHMS: readonly (Rhythm | 'total')[] = [
  'month',
  'month',
  'month',
  'month',
  'week',
  'day',
  'quarter',
  'half',
  'year',
  'total',
  'total',
];

const LAGS = [0, 7, 10, 15, 20, 30, 30, 45, 60, 75, 90, 100, 180];

function calculated(id: string, nodes: readonly ModelNode[], random: Random): ModelNode {
  const time = random.pick(['flow', 'flow', 'flow', 'flow', 'level', 'stock'] as const);
  switch (time) {
    case 'flow': {
      const formula = flow(nodes, random, 2);
      const unit = random.pick(['count', 'money'] as const);
      const plain = { id, time, unit, formula } as const;
      if (!random.chance(0.3)) return plain;
      const inputs = inputsOf(formula);
      const after = inputs.length > 0 && random.chance(0.2) ? random.pick(inputs) : undefined;
      return { ...plain, lag: { days: random.pick(LAGS), ...(after === undefined ? {} : { after }) } };
    }
    case 'level':
      return { id, time, unit: 'ratio', isOpen: true, formula: level(nodes, random, 2) };
    case 'stock': {
      const before: Expression = { kind: 'previous', id };
      const kept: Expression = random.chance(0.3) ? { kind: '*', left: before, right: level(nodes, random, 1) } : before;
      const kind = random.chance(0.8) ? '+' : '-';
      const formula: Expression = { kind, left: kept, right: flow(nodes, random, 1) };
      const baseline = random.chance(0.9) ? { baseline: fractionOf(random.pick(AMOUNTS)) } : {};
      return { id, time, unit: 'count', formula, ...baseline };
    }
  }
}

/** An expression whose value adds up over months. */
function flow(nodes: readonly ModelNode[], random: Random, depth: number): Expression {
  const flows = nodes.filter(node => node.time === 'flow');
  const stocks = nodes.filter(node => node.time === 'stock');
  const leaf = (): Expression => {
    if (stocks.length > 0 && random.chance(0.3)) return { kind: 'node', id: random.pick(stocks).id };
    return flows.length > 0 ? { kind: 'node', id: random.pick(flows).id } : { kind: 'number', value: random.pick(AMOUNTS) };
  };
  if (depth === 0) return leaf();
  const one = () => flow(nodes, random, depth - 1);
  switch (random.pick(['leaf', '*', '*', '*', '*', '+', '+', '-', 'min', 'max', '/'] as const)) {
    case 'leaf':
      return leaf();
    case '*':
      return { kind: '*', left: one(), right: level(nodes, random, depth - 1) };
    case '/':
      return { kind: '/', left: one(), right: level(nodes, random, depth - 1) };
    case '+':
      return { kind: '+', left: one(), right: one() };
    case '-':
      return { kind: '-', left: one(), right: one() };
    case 'min':
      return { kind: 'min', left: one(), right: one() };
    case 'max':
      return { kind: 'max', left: one(), right: one() };
  }
}

/** An expression whose value holds in every month. */
function level(nodes: readonly ModelNode[], random: Random, depth: number): Expression {
  const levels = nodes.filter(node => node.time === 'level');
  const leaf = (): Expression =>
    levels.length > 0 && random.chance(0.9)
      ? { kind: 'node', id: random.pick(levels).id }
      : { kind: 'number', value: random.pick(RATES) };
  if (depth === 0) return leaf();
  const one = () => level(nodes, random, depth - 1);
  switch (random.pick(['leaf', 'leaf', '*', '1-', '+', '/'] as const)) {
    case 'leaf':
      return leaf();
    case '*':
      return { kind: '*', left: one(), right: one() };
    case '1-':
      return { kind: '-', left: { kind: 'number', value: '1' }, right: leaf() };
    case '+':
      return { kind: '+', left: one(), right: one() };
    case '/':
      return { kind: '/', left: flow(nodes, random, depth - 1), right: flow(nodes, random, depth - 1) };
  }
}

function randomPipeline(nodes: readonly ModelNode[], months: readonly Month[], random: Random): ModelPipeline {
  const lagging = nodes.filter(node => node.lag && node.lag.days > 0);
  const kind = random.pick(['unstated', 'unstated', 'none', 'baseline', 'given'] as const);
  if (kind !== 'given' || lagging.length === 0) return { kind: kind === 'given' ? 'none' : kind };
  const given = lagging.map(node => {
    const amounts = months.flatMap((_, month) => (random.chance(0.6) ? [[month, random.pick(AMOUNTS)] as const] : []));
    return [node.id, new Map(amounts)] as const;
  });
  return { kind, arrivals: new Map(given) };
}

/** The nodes a goal builds on, itself included, in their order. */
function withInputs(nodes: readonly ModelNode[], goal: ModelNode): readonly ModelNode[] {
  const needed = new Set([goal.id]);
  for (const node of [...nodes].reverse()) {
    if (needed.has(node.id) && node.formula) for (const id of inputsOf(node.formula)) needed.add(id);
  }
  return nodes.filter(node => needed.has(node.id));
}

/** A target that the plan reaches, just misses, or is far from. */
function goalTarget(plan: ModelPlan, random: Random): ModelTarget {
  const values = cornerOutcomes(plan).flatMap(({ lagged }) => (lagged ? [lagged] : []));
  const [first = fraction(100), ...rest] = values;
  const [least, most] = [rest.reduce(lesser, first), rest.reduce(greater, first)];
  const sign = random.pick(['at-least', 'at-least', 'at-least', 'at-least', 'at-most', 'at-most', 'between', 'equal'] as const);
  switch (sign) {
    case 'at-least':
      return { sign, value: near(least, random) };
    case 'at-most':
    case 'equal':
      return { sign, value: near(most, random) };
    case 'between': {
      const [a, b] = [near(least, random), near(most, random)];
      return isLess(fractionOf(b), fractionOf(a)) ? { sign, value: b, upTo: a } : { sign, value: a, upTo: b };
    }
  }
}

/** Beyond this many digits nobody writes a target. */
const LARGEST = 10n ** 18n;

function near(value: Fraction, random: Random): string {
  if (value.over / value.under > LARGEST || value.over / value.under < -LARGEST) return '1000';
  const factor = random.pick([1, 1, 1, 1, 0.5, 0.999, 1.001, 1.2, 2]);
  return decimalBeside(
    times(value, fractionOf(String(factor))),
    random.pick([3, 6, 9]),
    random.pick(['above', 'below'] as const),
  );
}
