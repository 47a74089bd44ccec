import { addDays, type Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { daysOf } from '../calendar/duration.ts';
import { referencesOf } from '../formula/ast.ts';
import { exactAlgebra } from '../formula/exact-algebra.ts';
import type { Decimal, Observation } from '../measure/observation.ts';
import { compareRationals, divide, type Rational, rational, rationalOf, toNumber } from '../number/rational.ts';
import { formulaOver } from '../plan/period-value.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import { decimalText } from '../plan/shown.ts';
import type { PlannedValues } from './planned.ts';

/** Why a node can miss while every part of its formula is met. [DES-39] */
export type ShortReason =
  /** What is asked of the parts gives less than what is asked of the whole. */
  | { readonly kind: 'targets-do-not-add-up'; readonly gives: Decimal; readonly wanted: Decimal }
  /** The whole and its parts are counted in different units: thousands, per year, with tax. */
  | { readonly kind: 'unit-mismatch'; readonly factor: number; readonly gives: Decimal }
  /** What the parts have brought about arrives only after this day. */
  | { readonly kind: 'lag-not-elapsed'; readonly until: Day }
  /** The parts give enough by the formula, and the whole is less: something else took it. */
  | { readonly kind: 'external-factor'; readonly gives: Decimal; readonly wanted: Decimal }
  /** The parts are met and bring less than the formula says, or are only said to bring it. */
  | { readonly kind: 'wrong-causal-link' };

export interface ShortFacts {
  readonly plan: Plan;
  readonly planned: PlannedValues;
  readonly range: DayRange;
  readonly actualOf: (node: NodeId) => Observation;
}

/** Factors by which units are mistaken for one another: thousands and hundreds, months and years, tax. */
const MISTAKES = [10, 100, 1_000, 10_000, 1_000_000, 12, 1.1, 1.08];
const NEAR = 0.005;

/**
 * Reasons in the order in which they should be looked at; those the figures speak against are left out. [DES-39]
 *
 * In    a node that misses, the plan's and the measured values of its parts over the same stretch of time
 * How   the formula over what is due of the parts, against what is due of the node; the formula over the parts' actual values,
 *       against the node's own; the delays on the way
 * Not   a proof: what the figures cannot exclude is listed too, a wrong link last
 */
export function shortReasons(node: PlanNode, { plan, planned, range, actualOf }: ShortFacts): readonly ShortReason[] {
  const { equals } = node;
  if (!equals) return [];
  const wanted = planned.due(node.id, range)?.value;
  const own = exactOf(actualOf(node.id));
  const asked = formulaOver<Rational | undefined>(equals, part => planned.due(part, range)?.value, exactAlgebra);
  const brought = formulaOver<Rational | undefined>(equals, part => exactOf(actualOf(part)), exactAlgebra);
  const reasons: ShortReason[] = [];
  if (asked && wanted && compareRationals(asked, wanted) < 0)
    reasons.push({ kind: 'targets-do-not-add-up', gives: decimalText(asked), wanted: decimalText(wanted) });
  const factor = brought && own && mistakenFactor(brought, own);
  if (brought && factor !== undefined) reasons.push({ kind: 'unit-mismatch', factor, gives: decimalText(brought) });
  const until = lastArrival(node, plan);
  if (until !== undefined && until > range.to) reasons.push({ kind: 'lag-not-elapsed', until });
  const isEnough = brought && wanted && compareRationals(brought, wanted) >= 0;
  if (brought && wanted && isEnough && factor === undefined)
    reasons.push({ kind: 'external-factor', gives: decimalText(brought), wanted: decimalText(wanted) });
  return [...reasons, { kind: 'wrong-causal-link' }];
}

function exactOf(observation: Observation): Rational | undefined {
  return 'exact' in observation ? rationalOf(observation.exact) : undefined;
}

/** By how much the formula's result is the node's own value taken for another unit; undefined where it is not. */
function mistakenFactor(brought: Rational, own: Rational): number | undefined {
  if (compareRationals(own, rational(0)) <= 0) return undefined;
  const quotient = divide(brought, own);
  const ratio = quotient && toNumber(quotient);
  if (ratio === undefined || ratio <= 0) return undefined;
  return [...MISTAKES, ...MISTAKES.map(one => 1 / one)].find(one => Math.abs(ratio / one - 1) < NEAR);
}

/** The day by which what happens on the plan's first day has come through all delays on the way up to a node. */
function lastArrival(node: PlanNode, plan: Plan): Day | undefined {
  const delay = (one: PlanNode, path: readonly NodeId[]): number => {
    if (!one.equals || path.includes(one.id)) return 0;
    const parts = referencesOf(one.equals).flatMap(id => plan.nodes.get(id) ?? []);
    const below = Math.max(0, ...parts.map(part => delay(part, [...path, one.id])));
    return below + (one.lag ? daysOf(one.lag) : 0);
  };
  const days = delay(node, []);
  return days === 0 ? undefined : addDays(plan.period.from, Math.ceil(days));
}
