import { daysOf } from '../calendar/duration.ts';
import { referencesOf } from '../formula/ast.ts';
import { rationalOf, toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { pipelineAmount } from '../plan/arithmetic.ts';
import { sharesOfLag } from '../plan/lag.ts';
import type { LagShare } from '../plan/lag-spread.ts';
import { formulaOver } from '../plan/period-value.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { dependsOn } from '../plan/program.ts';
import { cornerOf, type Sign, signsFrom } from '../plan/worst-case.ts';
import { type LagDistribution, withDelays } from './lag-distribution.ts';
import { constant, type Linear, LinearAlgebra, UNKNOWN } from './linear-algebra.ts';
import type { LinearDelivery } from './linear-delivery.ts';
import { type DayWeight, WeekAxis } from './week-axis.ts';

/** The weeks of a plan alone. */
export function weekAxisOf({ months, plan }: Pick<Arithmetic, 'months' | 'plan'>, by: DayWeight): WeekAxis {
  return new WeekAxis(months, plan.calendar, by, { before: 0, behind: 0 });
}

type WeeklyDelivery =
  | { readonly axis: WeekAxis; readonly linear: Extract<LinearDelivery, { kind: 'linear' }> }
  | { readonly axis: undefined; readonly linear: Exclude<LinearDelivery, { kind: 'linear' }> };

/** Weeks behind the plan's end that are planned for at most. */
const FURTHEST_BEHIND = 78;

/**
 * A goal's weeks as linear functions of its levers' weeks, everything else as planned. [PLA-11]
 *
 * What a month is asked for falls on its weeks by the days that count; rates hold in all weeks of their month. A flow that is delayed
 * is what its formula gave in the weeks before, moved on by each share of the delay; before the plan amounts stood at their baseline.
 */
export function weeklyDelivery(
  goal: PlanNode,
  arithmetic: Arithmetic,
  levers: readonly NodeId[],
  lags: ReadonlyMap<NodeId, LagDistribution>,
  by: DayWeight,
  learned?: ReadonlyMap<NodeId, readonly LagShare[]>,
): WeeklyDelivery {
  const nodes = withDelays(arithmetic.plan.nodes, lags, learned);
  const reach = reachOf(goal.id, nodes, arithmetic.standIns);
  const axis = new WeekAxis(arithmetic.months, arithmetic.plan.calendar, by, {
    // Delays run over days that count: weeks of holidays make them reach back further.
    before: Math.ceil(reach / 7) + 8,
    behind: Math.min(FURTHEST_BEHIND, Math.ceil(reach / 7)),
  });
  const algebra = new LinearAlgebra();
  const weekly = new WeeklyEvaluation({ ...arithmetic, plan: { ...arithmetic.plan, nodes } }, axis, algebra, goal.id, levers);
  const weeks = axis.weeks.map((_, step) => weekly.value(goal.id, step));
  if (algebra.isBent) return { axis: undefined, linear: { kind: 'not-linear' } };
  const isKnown = weeks.every(({ constant: value, terms }) => [value, ...terms.values()].every(Number.isFinite));
  if (!isKnown) return { axis: undefined, linear: { kind: 'unknown' } };
  const horizon = axis.weeks.length;
  const response = levers.map((_, lever) =>
    axis.weeks.map((_created, from) => weeks.map(({ terms }) => terms.get(lever * horizon + from) ?? 0)),
  );
  const delivery = { steps: axis.steps, base: weeks.map(({ constant: value }) => value), response };
  return { axis, linear: { kind: 'linear', delivery } };
}

/** Days from the furthest input to a node, over the longest share of every delay. */
function reachOf(goal: NodeId, nodes: ReadonlyMap<NodeId, PlanNode>, cut: ReadonlySet<NodeId>): number {
  const known = new Map<NodeId, number>();
  const reach = (id: NodeId): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, 0);
    const { equals, lag } = nodes.get(id) ?? {};
    const own = lag ? Math.max(...sharesOfLag(lag).map(({ takes }) => daysOf(takes))) : 0;
    const inputs = equals && !cut.has(id) ? referencesOf(equals, 'same-period').map(reach) : [];
    const total = inputs.length > 0 ? own + Math.max(...inputs) : 0;
    known.set(id, total);
    return total;
  };
  return reach(goal);
}

class WeeklyEvaluation {
  private readonly arithmetic: Arithmetic;
  private readonly axis: WeekAxis;
  private readonly algebra: LinearAlgebra;
  private readonly place: ReadonlyMap<NodeId, number>;
  private readonly signs: ReadonlyMap<NodeId, Sign>;
  private readonly known = new Map<string, Linear>();
  private readonly delayed = new Map<NodeId, ReadonlySet<NodeId>>();

  constructor(arithmetic: Arithmetic, axis: WeekAxis, algebra: LinearAlgebra, goal: NodeId, levers: readonly NodeId[]) {
    [this.arithmetic, this.axis, this.algebra] = [arithmetic, axis, algebra];
    this.place = new Map(levers.map((id, i) => [id, i]));
    this.signs = signsFrom(goal, arithmetic.lagged, arithmetic);
  }

  value(id: NodeId, step: number): Linear {
    const key = `${id} ${step}`;
    const found = this.known.get(key);
    if (found) return found;
    const made = this.made(id, step);
    this.known.set(key, made);
    return made;
  }

  private made(id: NodeId, step: number): Linear {
    const node = this.arithmetic.plan.nodes.get(id);
    if (!node) return UNKNOWN;
    const lever = this.place.get(id);
    if (lever !== undefined && step >= 0) {
      return { constant: 0, terms: new Map([[lever * this.axis.weeks.length + step, 1]]) };
    }
    const { equals, lag } = node;
    if (!equals || this.arithmetic.standIns.has(id)) return this.driver(node, step);
    if (!lag) return formulaOver(equals, part => this.value(part, step), this.algebra);
    return this.arriving(node, step);
  }

  /** What of a delayed node's formula, as it was in the weeks before, arrives in a week. */
  private arriving(node: PlanNode, step: number): Linear {
    const { equals, lag, id } = node;
    const week = this.axis.at(step);
    if (!equals || !lag || !week) return UNKNOWN;
    const isFlow = node.time === 'flow';
    const isCut = isFlow && this.arithmetic.pipeline !== 'baseline';
    const shares = new Map<number, number>();
    for (const { share, takes } of sharesOfLag(lag)) {
      const shift = this.axis.shiftOf(takes);
      for (const from of this.axis.sending(step, shift)) {
        if (isCut && from < 0) continue;
        const whole = isFlow ? (this.axis.at(from)?.weight ?? 0) : week.weight;
        const part = whole > 0 ? (Number(share) * this.axis.overlap(from, step, shift)) / whole : 0;
        if (part > 0) shares.set(from, (shares.get(from) ?? 0) + part);
      }
    }
    const inputs = this.delayedInputs(node);
    const parts = [...shares].map(([from, share]) => {
      const then = formulaOver(equals, part => this.value(part, inputs.has(part) ? from : step), this.algebra);
      return this.algebra.multiply(then, constant(share));
    });
    const given = isCut ? this.given(id, week.pieces) : 0;
    return parts.reduce((sum, part) => this.algebra.add(sum, part), constant(given));
  }

  private given(id: NodeId, pieces: readonly { readonly month: number; readonly weight: number }[]): number {
    return pieces.reduce((sum, { month, weight }) => {
      const amount = pipelineAmount(this.arithmetic, id, month);
      const whole = this.axis.monthWeight(month);
      return amount && whole > 0 ? sum + (toNumber(amount) * weight) / whole : sum;
    }, 0);
  }

  private delayedInputs(node: PlanNode): ReadonlySet<NodeId> {
    const found = this.delayed.get(node.id);
    if (found) return found;
    const { nodes } = this.arithmetic.plan;
    const inputs = node.equals ? referencesOf(node.equals, 'same-period') : [];
    const after = node.lag?.after;
    const made = new Set(after === undefined ? inputs : inputs.filter(id => dependsOn(id, after, nodes)));
    this.delayed.set(node.id, made);
    return made;
  }

  private driver(node: PlanNode, step: number): Linear {
    const week = this.axis.at(step);
    const baseline = this.arithmetic.baselines.get(node.id);
    if (!week) return UNKNOWN;
    if (step < 0) {
      if (!baseline) return node.time === 'level' ? this.driver(node, 0) : UNKNOWN;
      if (node.time !== 'flow') return constant(toNumber(baseline));
      return constant((toNumber(baseline) * week.weight) / this.axis.usualMonth);
    }
    const values = week.pieces.map(({ month, weight }) => {
      const value = this.monthly(node, month);
      const whole = node.time === 'flow' ? this.axis.monthWeight(this.inPlan(month)) : week.weight;
      return whole > 0 ? (value * weight) / whole : Number.NaN;
    });
    if (node.time === 'flow') return constant(values.reduce((sum, value) => sum + value, 0));
    const last = week.pieces.at(-1);
    if (node.time === 'stock' || week.weight === 0) return constant(last ? this.monthly(node, last.month) : Number.NaN);
    return constant(values.reduce((sum, value) => sum + value, 0));
  }

  private inPlan(month: number): number {
    return Math.max(0, Math.min(month, this.arithmetic.months.length - 1));
  }

  /** What a driver stands at in a month: the end of its target that is worse for the goal. */
  private monthly(node: PlanNode, month: number): number {
    const bound = this.arithmetic.bounds.get(node.id)?.[this.inPlan(month)];
    if (!bound) return Number.NaN;
    const end = this.signs.get(node.id) === 'down' ? 'high' : 'low';
    const value = bound[end] ?? bound.low ?? bound.high ?? cornerOf(bound, node, end, rationalOf);
    return value ? toNumber(value) : Number.NaN;
  }
}
