import { decimalBeside, type Fraction, fraction, fractionOf, isLess, times } from './fraction.ts';
import type { Expression, ModelNode, ModelPlan, ModelTarget } from './plan-model.ts';
import type { Random } from './random.ts';
import type { KnownTree } from './tree-generator.ts';
import { worstValue } from './tree-truth.ts';

/** A mistake put into a plan that had none. */
export interface PlantedFault {
  readonly kind: FaultKind;
  readonly node: string;
  readonly plan: ModelPlan;
  /** Codes that name it where it does not make the goal fall short; each is raised at the planted node. */
  readonly named: readonly string[];
}

export type FaultKind =
  | 'driver-too-low'
  | 'digit-slip'
  | 'month-too-low'
  | 'range-too-wide'
  | 'goal-too-high'
  | 'term-forgotten'
  | 'delay-forgotten'
  | 'target-missing'
  | 'wrong-sign';

const KINDS: readonly FaultKind[] = [
  'driver-too-low',
  'digit-slip',
  'month-too-low',
  'range-too-wide',
  'goal-too-high',
  'term-forgotten',
  'delay-forgotten',
  'target-missing',
  'wrong-sign',
];

/** Plants one mistake that matters: the plan's worst case misses its goal, or cannot be told any more. */
export function plantFault(tree: KnownTree, plan: ModelPlan, random: Random): PlantedFault {
  for (let tries = 0; tries < 12; tries++) {
    const planted = plant(random.pick(KINDS), tree, plan, random);
    if (planted && (planted.kind === 'target-missing' || misses(tree, atNothing(planted)))) return planted;
  }
  return { kind: 'goal-too-high', node: 'goal', plan: goalMoved(tree, plan, fraction(3, 2), fraction(1, 2)), named: [] };
}

function plant(kind: FaultKind, tree: KnownTree, plan: ModelPlan, random: Random): PlantedFault | undefined {
  const drivers = plan.nodes.filter(node => !node.formula && tree.ways.has(node.id));
  if (drivers.length === 0) return undefined;
  const driver = random.pick(drivers);
  const { target } = driver;
  if (!target) return undefined;
  const isFloor = (tree.ways.get(driver.id) === 'up') === (tree.side === 'low');
  const changed = (target: ModelTarget | undefined): ModelPlan =>
    replaced(plan, driver.id, ({ target: _, ...node }) => ({ ...node, ...(target ? { target } : {}) }));
  const found = (moved: ModelPlan, node = driver.id, named: readonly string[] = []): PlantedFault => ({
    kind,
    node,
    plan: moved,
    named,
  });
  const worse = (share: Fraction, inverse: Fraction): ModelPlan => changed(scaled(target, isFloor ? share : inverse, driver));
  switch (kind) {
    case 'driver-too-low':
      return found(worse(fraction(random.whole(50, 95), 100), fraction(random.whole(105, 200), 100)));
    case 'digit-slip':
      return found(worse(fraction(1, 10), fraction(10)));
    case 'month-too-low': {
      if (driver.time !== 'flow' || target.sign === 'between') return undefined;
      const value = times(fractionOf(target.value), isFloor ? fraction(1, 2) : fraction(2));
      return found(changed({ ...target, months: new Map([[0, decimalBeside(value, 6, 'below')]]) }));
    }
    case 'range-too-wide': {
      const other = times(fractionOf(target.value), isFloor ? fraction(1, 2) : fraction(3, 2));
      if (target.sign !== 'equal' || (driver.unit === 'ratio' && isLess(fraction(1), other))) return undefined;
      const text = decimalBeside(other, 6, 'below');
      const wide = isFloor ? { value: text, upTo: target.value } : { value: target.value, upTo: text };
      return found(changed({ ...target, sign: 'between', ...wide }));
    }
    case 'goal-too-high':
      return found(
        goalMoved(tree, plan, fraction(random.whole(1001, 2000), 1000), fraction(random.whole(500, 999), 1000)),
        'goal',
      );
    case 'term-forgotten': {
      const sums = plan.nodes.filter(({ formula, time }) => formula?.kind === '+' && time === 'flow' && !looksBack(formula));
      if (sums.length === 0) return undefined;
      const sum = random.pick(sums);
      const formula = sum.formula?.kind === '+' ? sum.formula.left : undefined;
      return (
        formula &&
        found(
          replaced(plan, sum.id, node => ({ ...node, formula })),
          sum.id,
        )
      );
    }
    case 'delay-forgotten': {
      const flows = plan.nodes.filter(
        ({ formula, time, lag, id }) => formula && time === 'flow' && !lag && id !== 'goal' && !looksBack(formula),
      );
      if (flows.length === 0 || plan.pipeline.kind === 'baseline') return undefined;
      const flow = random.pick(flows);
      return found(
        replaced(plan, flow.id, node => ({ ...node, lag: { days: random.pick([60, 90, 120]) } })),
        flow.id,
      );
    }
    case 'target-missing':
      return found(changed(undefined), driver.id, ['missing-factor']);
    case 'wrong-sign': {
      if (target.sign === 'between' || !isFloor) return undefined;
      return found(changed({ ...target, sign: 'at-most' }), driver.id, ['unbounded-driver', 'goal-short', 'goal-undefined']);
    }
  }
}

/** A plan in which a driver that may be anything below its target is nothing: the worst its wrong sign allows. */
function atNothing({ kind, node: id, plan }: PlantedFault): ModelPlan {
  if (kind !== 'wrong-sign') return plan;
  const nothing = { sign: 'equal', value: '0' } as const;
  return replaced(plan, id, node => ({ ...node, target: { ...nothing, ...(node.target?.per ? { per: node.target.per } : {}) } }));
}

function misses(tree: KnownTree, plan: ModelPlan): boolean {
  const value = worstValue(tree, plan);
  const target = plan.goal.target;
  if (!value || !target) return false;
  const wanted = fractionOf(target.value);
  return tree.side === 'low' ? isLess(value, wanted) : isLess(wanted, value);
}

function goalMoved({ side }: KnownTree, plan: ModelPlan, up: Fraction, down: Fraction): ModelPlan {
  const { target } = plan.goal;
  if (!target) return plan;
  const value = times(fractionOf(target.value), side === 'low' ? up : down);
  return {
    ...plan,
    goal: { ...plan.goal, target: { ...target, value: decimalBeside(value, 6, side === 'low' ? 'above' : 'below') } },
  };
}

function scaled(target: ModelTarget, factor: Fraction, node: ModelNode): ModelTarget {
  const of = (text: string) => {
    const value = times(fractionOf(text), factor);
    return node.unit === 'ratio' && isLess(fraction(1), value) ? '1' : decimalBeside(value, 6, 'below');
  };
  return { ...target, value: of(target.value), ...(target.upTo === undefined ? {} : { upTo: of(target.upTo) }) };
}

function replaced(plan: ModelPlan, id: string, change: (node: ModelNode) => ModelNode): ModelPlan {
  const nodes = plan.nodes.map(node => (node.id === id ? change(node) : node));
  const needed = new Set(['goal']);
  for (const node of [...nodes].reverse())
    if (needed.has(node.id) && node.formula) for (const input of mentioned(node.formula)) needed.add(input);
  const kept = nodes.filter(node => needed.has(node.id));
  const { pipeline } = plan;
  if (pipeline.kind !== 'given') return { ...plan, nodes: kept };
  return {
    ...plan,
    nodes: kept,
    pipeline: { kind: 'given', arrivals: new Map([...pipeline.arrivals].filter(([node]) => needed.has(node))) },
  };
}

function mentioned(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'node':
    case 'previous':
      return [expression.id];
    default:
      return [...mentioned(expression.left), ...mentioned(expression.right)];
  }
}

function looksBack(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
    case 'node':
      return false;
    case 'previous':
      return true;
    default:
      return looksBack(expression.left) || looksBack(expression.right);
  }
}
