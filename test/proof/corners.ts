import { type Fraction, fraction, greater, isLess, lesser, minus, ONE, plus, times, ZERO } from './fraction.ts';
import { type Allowed, allowedMonths, goalValue } from './plan-evaluator.ts';
import type { ModelNode, ModelPlan } from './plan-model.ts';
import type { Random } from './random.ts';

/** One thing that may happen inside the targets, and what the goal comes to then. */
export interface Outcome {
  readonly lagged: Fraction | undefined;
  readonly steady: Fraction | undefined;
}

/**
 * The goal's value with every driver at either end of its target, in all combinations; with `scaled`, one driver is always that
 * many times the end its target states.
 */
export function cornerOutcomes(
  plan: ModelPlan,
  scaled?: { readonly driver: string; readonly factor: Fraction },
): readonly Outcome[] {
  const drivers = driversOf(plan);
  const free = drivers.filter(({ months }) => {
    const [first] = months;
    // Where the months of a level differ, its period value may be the least or the greatest of them.
    return first && months.some(({ low, high }) => isLess(low, high) || isLess(low, first.low) || isLess(first.low, low));
  });
  return Array.from({ length: 2 ** free.length }, (_, pattern) => {
    const isHigh = (node: ModelNode) => {
      const place = free.findIndex(driver => driver.node.id === node.id);
      return place >= 0 && (pattern >> place) % 2 === 1;
    };
    const choice = (node: ModelNode, month: number) => {
      const range = rangeOf(drivers, node, month);
      if (node.id === scaled?.driver) return times(node.target?.sign === 'at-most' ? range.high : range.low, scaled.factor);
      return isHigh(node) ? range.high : range.low;
    };
    const level = (node: ModelNode, values: readonly Fraction[]) => values.reduce(isHigh(node) ? greater : lesser);
    return outcome(plan, choice, level);
  });
}

/** The goal's value for random values inside the targets, each month for itself. */
export function randomOutcome(plan: ModelPlan, random: Random): Outcome {
  const drivers = driversOf(plan);
  const chosen = new Map<string, Fraction>();
  const choice = (node: ModelNode, month: number) => {
    const key = `${node.id} ${month}`;
    const { low, high } = rangeOf(drivers, node, month);
    const value = chosen.get(key) ?? plus(low, times(minus(high, low), fraction(random.pick([0, 0, 1, 2, 3, 4, 4]), 4)));
    chosen.set(key, value);
    return value;
  };
  return outcome(plan, choice, (_, values) => random.pick(values));
}

type Choice = (node: ModelNode, month: number) => Fraction;

function outcome(plan: ModelPlan, choice: Choice, level: (node: ModelNode, values: readonly Fraction[]) => Fraction): Outcome {
  return { lagged: goalValue(plan, choice, level), steady: goalValue(plan, choice, level, 'steady') };
}

interface Driver {
  readonly node: ModelNode;
  readonly months: readonly Range[];
}

interface Range {
  readonly low: Fraction;
  readonly high: Fraction;
}

const DRIVERS = new WeakMap<ModelPlan, readonly Driver[]>();

function driversOf(plan: ModelPlan): readonly Driver[] {
  const known = DRIVERS.get(plan) ?? findDrivers(plan);
  DRIVERS.set(plan, known);
  return known;
}

function findDrivers(plan: ModelPlan): readonly Driver[] {
  return plan.nodes.flatMap(node =>
    node.target && !node.formula
      ? [{ node, months: allowedMonths(node, node.target, plan).map(allowed => closed(allowed, node)) }]
      : [],
  );
}

function rangeOf(drivers: readonly Driver[], node: ModelNode, month: number): Range {
  const range = drivers.find(driver => driver.node.id === node.id)?.months[month];
  if (!range) throw new Error(`no target for ${node.id} in month ${month}`);
  return range;
}

/** An open end at what the unit allows; where that has no end, far away: near enough to refute, never to prove. */
function closed({ low, high }: Allowed, node: ModelNode): Range {
  const far = times(plus(greater(low ?? high ?? ONE, ONE), ONE), fraction(1000));
  const least = node.unit === 'ratio' && node.isOpen ? minus(ZERO, far) : ZERO;
  const most = node.unit === 'ratio' && !node.isOpen ? ONE : far;
  return { low: low ?? least, high: high ?? most };
}
