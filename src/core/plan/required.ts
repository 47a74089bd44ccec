import { doubleAlgebra } from '../formula/double-algebra.ts';
import { exactAlgebra } from '../formula/exact-algebra.ts';
import {
  add,
  compareRationals,
  divide,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
  toNumber,
} from '../number/rational.ts';
import { type Arithmetic, pipelineAmount } from './arithmetic.ts';
import { evaluate } from './evaluate.ts';
import type { Bound } from './month-bounds.ts';
import { periodValue } from './period-value.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Program } from './program.ts';
import { countedMonths, evaluateDrivers } from './verdict.ts';
import { cornerOf, highest, type Sign, signsFrom } from './worst-case.ts';

/** What a driver would have to be for the goal to be met, everything else as planned. [VER-20] */
export interface Requirement {
  readonly node: NodeId;
  /** Times the planned value, the same in every month of the plan. */
  readonly factor: number;
  /** The value itself (per month for flows, first month where months differ); exact where the goal depends on it linearly. */
  readonly value: Rational;
  /** `over-limit`: more than the driver can ever be (a rate above 100 %); `never`: no value suffices. */
  readonly possible: 'yes' | 'over-limit' | 'never';
  readonly limit?: number;
}

/** Exact values are worked out for this many drivers, those that need the smallest change. */
const EXACT = 12;

/**
 * For every driver of a goal: the value that alone would make the goal reach, in the lagged reading or the steady one. [DES-27]
 *
 * One free factor of a product needs target ÷ the others; in general the factor on the driver's monthly values is found from
 * two evaluations where the goal depends on it linearly, by bisection elsewhere. Rates above their limit are marked, not
 * dropped. Sorted by the size of the change. Empty when the goal has no value or needs none.
 */
export function requiredAlone(goal: PlanNode, wanted: Bound, program: Program, arithmetic: Arithmetic): readonly Requirement[] {
  const limit = wanted.low ?? wanted.high;
  if (!limit) return [];
  const side = wanted.low ? 'low' : 'high';
  const signs = signsFrom(goal.id, program, arithmetic);
  const model = new Model(goal, program, arithmetic, signs, side);
  const goalNumber = toNumber(limit);
  const found = model.drivers.map(node => model.alone(node, goalNumber)).filter(requirement => requirement !== undefined);
  found.sort((a, b) => Math.abs(Math.log(a.factor)) - Math.abs(Math.log(b.factor)));
  return found.map((requirement, i) =>
    i < EXACT && requirement.possible !== 'never' ? model.exactly(requirement, limit) : requirement,
  );
}

/**
 * The common change that makes several drivers reach the goal together: each multiplied by the same factor (divided, where less
 * is better). For a plain product of k drivers it is (target ÷ implied)^(1/k). [DES-27]
 * Undefined when no common factor up to a million does it, or none is needed.
 */
export function requiredTogether(
  goal: PlanNode,
  wanted: Bound,
  program: Program,
  arithmetic: Arithmetic,
  free: readonly NodeId[],
): number | undefined {
  const limit = wanted.low ?? wanted.high;
  if (!limit) return undefined;
  const side = wanted.low ? 'low' : 'high';
  const signs = signsFrom(goal.id, program, arithmetic);
  const model = new Model(goal, program, arithmetic, signs, side);
  const scaled = new Set(free);
  return model.solve(
    factor => model.value(id => (scaled.has(id) ? (signs.get(id) === 'down' ? 1 / factor : factor) : 1)),
    toNumber(limit),
    'up',
  );
}

/** The goal's worst-case value as a function of factors on its drivers. */
class Model {
  readonly drivers: readonly PlanNode[];
  private readonly goal: PlanNode;
  private readonly program: Program;
  private readonly arithmetic: Arithmetic;
  private readonly signs: ReadonlyMap<NodeId, Sign>;
  private readonly side: 'low' | 'high';
  private readonly counted: readonly number[];
  private readonly planned = new Map<NodeId, readonly (number | undefined)[]>();

  constructor(goal: PlanNode, program: Program, arithmetic: Arithmetic, signs: ReadonlyMap<NodeId, Sign>, side: 'low' | 'high') {
    this.goal = goal;
    this.program = program;
    this.arithmetic = arithmetic;
    this.signs = signs;
    this.side = side;
    this.counted = countedMonths(goal, arithmetic);
    const drivers: PlanNode[] = [];
    for (const [id, bounds] of arithmetic.bounds) {
      const node = arithmetic.plan.nodes.get(id);
      const sign = signs.get(id);
      if (!node || (node.equals && !arithmetic.standIns.includes(id)) || id === goal.id) continue;
      this.planned.set(
        id,
        bounds.map(bound => mapDefined(this.corner(node, bound), toNumber)),
      );
      if (sign === 'up' || sign === 'down') drivers.push(node);
    }
    this.drivers = drivers;
  }

  alone(node: PlanNode, wanted: number): Requirement | undefined {
    const sign = this.signs.get(node.id) === 'up' ? 'up' : 'down';
    const first = this.planned.get(node.id)?.find(value => value !== undefined && value !== 0);
    if (first === undefined) return undefined;
    const factor = this.solve(f => this.value(id => (id === node.id ? f : 1)), wanted, sign);
    if (factor === undefined)
      return {
        node: node.id,
        factor: sign === 'up' ? Number.MAX_VALUE : Number.MIN_VALUE,
        value: rational(0),
        possible: 'never',
      };
    return this.judged(node, factor, rationalOf(Number((first * factor).toPrecision(15))));
  }

  /** The same requirement with its exact value, where the goal is linear in the driver. */
  exactly(requirement: Requirement, limit: Rational): Requirement {
    const node = this.arithmetic.plan.nodes.get(requirement.node);
    const at = (factor: Rational) => this.exactValue(requirement.node, factor);
    const [one, two] = [at(rational(1)), at(rational(2))];
    const slope = one && two && subtract(two, one);
    const step = one && slope && divide(subtract(limit, one), slope);
    const factor = step && add(rational(1), step);
    const bound = this.arithmetic.bounds.get(requirement.node)?.find(b => b.low || b.high);
    const planned = node && bound && this.corner(node, bound);
    if (!node || !factor || !planned || factor.numerator <= 0n) return requirement;
    const reached = at(factor);
    if (!reached || compareRationals(reached, limit) !== 0) return requirement;
    return this.judged(node, toNumber(factor), multiply(planned, factor));
  }

  private judged(node: PlanNode, factor: number, value: Rational): Requirement {
    const limit = node.unit.kind === 'ratio' && node.limit === undefined && !node.metric?.mayExceedOne ? 1 : highest(node);
    const over = toNumber(value) > limit;
    return { node: node.id, factor, value, possible: over ? 'over-limit' : 'yes', ...(over ? { limit } : {}) };
  }

  /** Goal value in doubles with every driver at its worst end times its factor; NaN where there is none. */
  value(factorOf: (id: NodeId) => number): number {
    const { arithmetic, program, goal } = this;
    const before = (id: NodeId): number => mapDefined(arithmetic.baselines.get(id), toNumber) ?? Number.NaN;
    const evaluation = evaluate(program, arithmetic.months.length, doubleAlgebra, {
      leaf: (id, month) => {
        const baseline = before(id);
        if (month < 0 && !Number.isNaN(baseline)) return baseline;
        const planned = this.planned.get(id)?.[Math.max(0, month)];
        return planned === undefined ? Number.NaN : month < 0 ? planned : planned * factorOf(id);
      },
      before,
      pipeline: (id, month) =>
        program === arithmetic.steady ? undefined : mapDefined(pipelineAmount(arithmetic, id, month), toNumber),
    });
    const pick = this.side === 'low' ? Math.min : Math.max;
    return periodValue(goal.id, arithmetic.plan, evaluation, doubleAlgebra, this.counted, (a, b) => pick(a, b));
  }

  private exactValue(driver: NodeId, factor: Rational): Rational | undefined {
    const evaluation = evaluateDrivers(this.program, this.arithmetic, (id, bound, month) => {
      const node = this.arithmetic.plan.nodes.get(id);
      const planned = node && this.corner(node, bound);
      return planned && id === driver && month >= 0 ? multiply(planned, factor) : planned;
    });
    const pick = (a: Rational | undefined, b: Rational | undefined) =>
      a && b && (compareRationals(a, b) < 0 === (this.side === 'low') ? a : b);
    return periodValue(this.goal.id, this.arithmetic.plan, evaluation, exactAlgebra, this.counted, pick);
  }

  private corner(node: PlanNode, bound: Bound): Rational | undefined {
    const end = (this.signs.get(node.id) === 'down') === (this.side === 'low') ? 'high' : 'low';
    return cornerOf(bound, node, end, rationalOf);
  }

  /**
   * The factor at which the goal is just met. `direction`: which way the factor moves the goal up.
   * Secant step first (exact for a linear dependence), then bisection on the logarithm of the factor to 1e-13.
   */
  solve(value: (factor: number) => number, wanted: number, direction: 'up' | 'down'): number | undefined {
    const met = (factor: number) => {
      const v = value(factor);
      return this.side === 'low' ? v >= wanted : v <= wanted;
    };
    const helps = (this.side === 'low') === (direction === 'up') ? 1 : -1;
    const [one, two] = [value(1), value(2)];
    const secant = 1 + (wanted - one) / (two - one);
    if (secant > 0 && Math.abs(value(secant) - wanted) <= 1e-12 * Math.abs(wanted)) return secant;
    if (met(1)) return undefined;
    let [low, high] = [0, Math.log(2)];
    while (!met(Math.exp(helps * high))) {
      low = high;
      high *= 2;
      if (high > Math.log(1e6)) return undefined;
    }
    while (high - low > 1e-13) {
      const middle = (low + high) / 2;
      if (middle === low || middle === high) break;
      if (met(Math.exp(helps * middle))) high = middle;
      else low = middle;
    }
    return Math.exp(helps * high);
  }
}

function mapDefined<A, B>(value: A | undefined, to: (value: A) => B): B | undefined {
  return value === undefined ? undefined : to(value);
}
