import { monthsOf } from '../calendar/duration.ts';
import type { Algebra } from '../formula/algebra.ts';
import type { Formula } from '../formula/ast.ts';
import { type Rational, rationalOf, toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { driverInputs } from '../plan/driver-inputs.ts';
import { evaluate } from '../plan/evaluate.ts';
import type { NodeId, Pipeline, PlanNode } from '../plan/plan.ts';
import { compileProgram, type ProgramNode } from '../plan/program.ts';
import { cornerOf, signsFrom } from '../plan/worst-case.ts';
import type { LagDistribution } from './lag-distribution.ts';
import type { Delivery } from './schedule.ts';

export type LinearDelivery =
  | { readonly kind: 'linear'; readonly delivery: Delivery }
  /** The goal does not grow in proportion to the levers: they are multiplied with each other, or limited by something. */
  | { readonly kind: 'not-linear' }
  /** Something before the plan is needed and not stated. */
  | { readonly kind: 'unknown' };

/** The amounts to plan for a goal: drivers that add up over time, help it, and are not zero; or those that are named. */
export function leversOf(goal: PlanNode, arithmetic: Arithmetic, named?: readonly NodeId[]): readonly NodeId[] {
  const signs = signsFrom(goal.id, arithmetic.lagged, arithmetic);
  const isLever = (id: NodeId) => {
    const node = arithmetic.plan.nodes.get(id);
    return node?.time === 'flow' && (!node.equals || arithmetic.standIns.has(id)) && signs.get(id) === 'up';
  };
  return (named ?? [...arithmetic.bounds.keys()]).filter(isLever);
}

/**
 * A goal's months as linear functions of its levers' months, everything else as planned. [PLA-02]
 *
 * Distributions stand in for a node's lag: the node becomes the weighted sum of itself at each delay. Behind the plan's end
 * everything goes on as in its last month, for as long as the longest delay.
 */
export function linearDelivery(
  goal: PlanNode,
  arithmetic: Arithmetic,
  levers: readonly NodeId[],
  lags: ReadonlyMap<NodeId, LagDistribution>,
): LinearDelivery {
  const spread = spreadNodes(arithmetic, lags);
  const compiled = compileProgram(spread.nodes, 'lagged');
  if (!compiled.ok) return { kind: 'unknown' };
  const { program } = compiled;
  const own: Arithmetic = {
    ...arithmetic,
    lagged: program,
    plan: { ...arithmetic.plan, nodes: spread.planNodes, pipeline: spread.pipeline },
  };
  const steps = arithmetic.months.length;
  const horizon = steps + Math.min(program.reach, 36);
  const signs = signsFrom(goal.id, arithmetic.lagged, arithmetic);
  const place = new Map(levers.map((id, i) => [id, i]));
  const algebra = new LinearAlgebra();
  const driver = (id: NodeId, month: number): Linear => {
    const lever = place.get(id);
    if (lever !== undefined && month >= 0) return { constant: 0, terms: new Map([[lever * horizon + month, 1]]) };
    const node = own.plan.nodes.get(id);
    const bound = own.bounds.get(id)?.[Math.max(0, Math.min(month, steps - 1))];
    if (!node || !bound) return UNKNOWN;
    const end = signs.get(id) === 'down' ? 'high' : 'low';
    const value = bound[end] ?? bound.low ?? bound.high ?? cornerOf(bound, node, end, rationalOf);
    return value ? constant(toNumber(value)) : UNKNOWN;
  };
  const fraction = (value: Rational | undefined): Linear => (value ? constant(toNumber(value)) : UNKNOWN);
  const inputs = driverInputs(program, own, driver, fraction);
  const evaluation = evaluate(program, horizon, algebra, inputs);
  const months = Array.from({ length: horizon }, (_, month) => evaluation.value(goal.id, month));
  if (algebra.isBent) return { kind: 'not-linear' };
  if (
    months.some(
      ({ constant: value, terms }) => !Number.isFinite(value) || [...terms.values()].some(term => !Number.isFinite(term)),
    )
  )
    return { kind: 'unknown' };
  const response = levers.map((_, lever) =>
    Array.from({ length: horizon }, (_created, from) => months.map(({ terms }) => terms.get(lever * horizon + from) ?? 0)),
  );
  return { kind: 'linear', delivery: { steps, base: months.map(({ constant: value }) => value), response } };
}

/** Nodes for the calculation, each with a distribution split into one node per delay. */
function spreadNodes(
  { plan, standIns }: Arithmetic,
  lags: ReadonlyMap<NodeId, LagDistribution>,
): { readonly nodes: readonly ProgramNode[]; readonly planNodes: ReadonlyMap<NodeId, PlanNode>; readonly pipeline: Pipeline } {
  const nodes: ProgramNode[] = [];
  const planNodes = new Map(plan.nodes);
  const arrivals = new Map(plan.pipeline.kind === 'given' ? plan.pipeline.arrivals : []);
  for (const node of plan.nodes.values()) {
    const { id, equals, lag } = node;
    const shares = lags.get(id);
    if (!equals || standIns.has(id)) nodes.push({ id });
    else if (!shares)
      nodes.push({
        id,
        equals,
        ...(lag ? { lag: { months: monthsOf(lag), ...(lag.after === undefined ? {} : { after: lag.after }) } } : {}),
      });
    else {
      const total = shares.reduce((sum, share) => sum + share, 0);
      const parts = shares.flatMap((share, months) =>
        share > 0 ? [{ id: `${id} ${months}`, share: share / total, months }] : [],
      );
      for (const part of parts) {
        nodes.push({
          id: part.id,
          equals,
          lag: { months: part.months, ...(lag?.after === undefined ? {} : { after: lag.after }) },
        });
        planNodes.set(part.id, { ...node, id: part.id });
      }
      const sum = parts.map(part => weighted(part.id, part.share)).reduce((left, right) => operation('+', left, right));
      nodes.push({ id, equals: sum });
      // What is said to arrive from before the plan arrives once, whatever the delay.
      const given = arrivals.get(id);
      const [first] = parts;
      if (given && first)
        arrivals.set(first.id, new Map([...given].map(([month, value]) => [month, String(Number(value) / first.share)])));
    }
  }
  return { nodes, planNodes, pipeline: plan.pipeline.kind === 'given' ? { kind: 'given', arrivals } : plan.pipeline };
}

const NOWHERE = { start: 0, end: 0 };

function operation(operator: '+' | '*', left: Formula, right: Formula): Formula {
  return { kind: 'operation', operator, left, right, span: NOWHERE };
}

function weighted(id: NodeId, share: number): Formula {
  const value = share.toFixed(15).replace(/\.?0+$/, '');
  return operation('*', { kind: 'number', value, as: 'plain', span: NOWHERE }, { kind: 'reference', id, span: NOWHERE });
}

/** A constant and a multiple of each lever's month. */
interface Linear {
  readonly constant: number;
  readonly terms: ReadonlyMap<number, number>;
}

const NO_TERMS: ReadonlyMap<number, number> = new Map();
const UNKNOWN: Linear = { constant: Number.NaN, terms: NO_TERMS };

function constant(value: number): Linear {
  return { constant: value, terms: NO_TERMS };
}

class LinearAlgebra implements Algebra<Linear> {
  /** Something was asked for that is not linear. */
  isBent = false;

  constant(value: string): Linear {
    return constant(Number(value));
  }

  add(a: Linear, b: Linear): Linear {
    return this.combined(a, b, 1);
  }

  subtract(a: Linear, b: Linear): Linear {
    return this.combined(a, b, -1);
  }

  multiply(a: Linear, b: Linear): Linear {
    if (a.terms.size > 0 && b.terms.size > 0) return this.bent();
    const [line, factor] = a.terms.size > 0 ? [a, b.constant] : [b, a.constant];
    return { constant: line.constant * factor, terms: scaled(line.terms, factor) };
  }

  divide(a: Linear, b: Linear): Linear {
    if (b.terms.size > 0) return this.bent();
    if (b.constant === 0) return UNKNOWN;
    return { constant: a.constant / b.constant, terms: scaled(a.terms, 1 / b.constant) };
  }

  negate(a: Linear): Linear {
    return { constant: -a.constant, terms: scaled(a.terms, -1) };
  }

  minimum(a: Linear, b: Linear): Linear {
    return a.terms.size + b.terms.size > 0 ? this.bent() : constant(Math.min(a.constant, b.constant));
  }

  maximum(a: Linear, b: Linear): Linear {
    return a.terms.size + b.terms.size > 0 ? this.bent() : constant(Math.max(a.constant, b.constant));
  }

  private combined(a: Linear, b: Linear, sign: 1 | -1): Linear {
    const terms = new Map(a.terms);
    for (const [place, value] of b.terms) terms.set(place, (terms.get(place) ?? 0) + sign * value);
    return { constant: a.constant + sign * b.constant, terms };
  }

  private bent(): Linear {
    this.isBent = true;
    return constant(0);
  }
}

function scaled(terms: ReadonlyMap<number, number>, factor: number): ReadonlyMap<number, number> {
  return terms.size === 0 ? NO_TERMS : new Map([...terms].map(([place, value]) => [place, value * factor]));
}
