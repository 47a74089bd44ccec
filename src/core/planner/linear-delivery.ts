import { type Rational, rationalOf, toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { driverInputs } from '../plan/driver-inputs.ts';
import { evaluate } from '../plan/evaluate.ts';
import type { LagShare } from '../plan/lag-spread.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { compileProgram } from '../plan/program.ts';
import { programNodes } from '../plan/program-nodes.ts';
import { cornerOf, signsFrom } from '../plan/worst-case.ts';
import { type LagDistribution, withDelays } from './lag-distribution.ts';
import { constant, type Linear, LinearAlgebra, UNKNOWN } from './linear-algebra.ts';
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
 * Distributions stand in for a node's lag. Behind the plan's end everything goes on as in its last month, for as long as the longest
 * delay.
 */
export function linearDelivery(
  goal: PlanNode,
  arithmetic: Arithmetic,
  levers: readonly NodeId[],
  lags: ReadonlyMap<NodeId, LagDistribution>,
  learned?: ReadonlyMap<NodeId, readonly LagShare[]>,
): LinearDelivery {
  const nodes = withDelays(arithmetic.plan.nodes, lags, learned);
  const compiled = compileProgram(
    [...nodes.values()].flatMap(node => programNodes(node, arithmetic.standIns.has(node.id))),
    'lagged',
  );
  if (!compiled.ok) return { kind: 'unknown' };
  const { program } = compiled;
  const own: Arithmetic = { ...arithmetic, lagged: program, plan: { ...arithmetic.plan, nodes } };
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
