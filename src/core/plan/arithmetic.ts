import type { PeriodPart } from '../calendar/periods-between.ts';
import { referencesOf } from '../formula/ast.ts';
import { divide, multiply, type Rational, rational, rationalOf } from '../number/rational.ts';
import { type Bound, monthBounds, monthKey, monthShares, planMonths } from './month-bounds.ts';
import type { NodeId, Plan, PlanNode } from './plan.ts';
import { compileProgram, type Program, type ProgramNode } from './program.ts';
import { lagPart, programNodes } from './program-nodes.ts';
import type { Level } from './target.ts';

/** A plan made ready to calculate with: programs with and without delays, what each driver may be, what came before. [VER-02] */
export interface Arithmetic {
  readonly plan: Plan;
  readonly months: readonly PeriodPart[];
  readonly lagged: Program;
  readonly steady: Program;
  /** Allowed values per month of every driver (node the arithmetic takes as given). */
  readonly bounds: ReadonlyMap<NodeId, readonly Bound[]>;
  /** Monthly amount (flows) or level each node stood at before the plan. */
  readonly baselines: ReadonlyMap<NodeId, Rational>;
  /** Drivers some goal needs that have no target. */
  readonly missing: readonly NodeId[];
  /** Nodes whose own target stands in for a formula that cannot be calculated yet. */
  readonly standIns: ReadonlySet<NodeId>;
  readonly pipeline: 'none' | 'baseline' | 'given';
  /** Flows that lag and have no baseline: what is under way of them before the plan is not known. */
  readonly pipelineGaps: readonly NodeId[];
  /** One object for all arithmetics that differ only in what drivers may be: what does not depend on that is kept by it. */
  readonly shape: object;
}

export type Prepared =
  | { readonly ok: true; readonly arithmetic: Arithmetic }
  | { readonly ok: false; readonly cycle: readonly NodeId[] }
  /** Delays along one path that reach back further than a plan can be calculated over. */
  | { readonly ok: false; readonly reach: number };

/** How many months delays may reach back in all: ten years. */
export const FURTHEST = 120;

export function prepareArithmetic(plan: Plan): Prepared {
  const months = planMonths(plan);
  const bounds = new Map<NodeId, readonly Bound[]>();
  const baselines = new Map<NodeId, Rational>();
  for (const node of plan.nodes.values()) {
    const own = monthBounds(node, months);
    if (own) bounds.set(node.id, own);
    if (node.baseline) baselines.set(node.id, baselineOf(node.baseline, node, months));
  }
  const all = [...plan.nodes.values()];
  const whole = compileProgram(
    all.flatMap(node => programNodes(node)),
    'steady',
  );
  if (!whole.ok) return whole;
  const incomplete = incompleteNodes(whole.program.nodes, plan, bounds);
  const standIns = new Set(
    all.filter(node => incomplete.has(node.id) && node.equals && bounds.has(node.id) && node.role === 'kpi').map(node => node.id),
  );
  const nodes = all.flatMap(node => programNodes(node, standIns.has(node.id)));
  const lagged = compileProgram(nodes, 'lagged');
  if (!lagged.ok) return lagged;
  if (lagged.program.reach > FURTHEST) return { ok: false, reach: lagged.program.reach };
  const steady = compileProgram(nodes, 'steady');
  if (!steady.ok) return steady;
  const gaps = pipelineGaps(plan, nodes, baselines);
  const pipeline = plan.pipeline.kind === 'unstated' ? (gaps.length === 0 ? 'baseline' : 'none') : plan.pipeline.kind;
  return {
    ok: true,
    arithmetic: {
      plan,
      months,
      lagged: lagged.program,
      steady: steady.program,
      bounds,
      baselines,
      missing: missingDrivers(nodes, plan, bounds, months),
      standIns,
      pipeline,
      pipelineGaps: gaps,
      shape: {},
    },
  };
}

/** A baseline as the amount of one whole month; one without a period covers as many months as the plan. */
function baselineOf(baseline: Level, node: PlanNode, months: readonly PeriodPart[]): Rational {
  const whole = months.map(({ period }) => ({ period, from: period.from, to: period.to, clipped: false }));
  return multiply(rationalOf(baseline.value), monthShares(baseline, node, whole)[0] ?? rational(1));
}

/** Nodes whose value cannot be calculated because some driver below them has no target. */
function incompleteNodes(
  order: readonly NodeId[],
  plan: Plan,
  bounds: ReadonlyMap<NodeId, readonly Bound[]>,
): ReadonlySet<NodeId> {
  const incomplete = new Set<NodeId>();
  for (const id of order) {
    const equals = plan.nodes.get(id)?.equals;
    const known = (input: NodeId) => bounds.has(input) || (plan.nodes.has(input) && !incomplete.has(input));
    if (!(equals ? referencesOf(equals, 'same-period').every(known) : bounds.has(id))) incomplete.add(id);
  }
  return incomplete;
}

/** Drivers below a goal that have neither formula nor a target in every month that counts, and names that are not in the plan. */
function missingDrivers(
  nodes: readonly ProgramNode[],
  plan: Plan,
  bounds: ReadonlyMap<NodeId, readonly Bound[]>,
  months: readonly PeriodPart[],
): readonly NodeId[] {
  const goals = [...plan.nodes.values()].filter(node => node.role === 'goal');
  const below = inputsOf(
    goals.map(node => node.id),
    new Map(nodes.map(node => [node.id, node])),
  );
  const formulas = new Set(nodes.filter(node => node.equals).map(node => node.id));
  const counted = months.filter(part => goals.some(({ target }) => target?.by === undefined || part.from <= target.by)).length;
  const isGiven = (id: NodeId) => {
    const own = bounds.get(id)?.slice(0, counted);
    return own !== undefined && [...new Set(own)].every(bound => bound.low !== undefined || bound.high !== undefined);
  };
  return [...below].filter(id => !formulas.has(id) && !isGiven(id) && plan.nodes.get(id)?.role !== 'goal');
}

/** Flows that a lag delays and that have no baseline: what was under way before the plan is then not known. */
function pipelineGaps(plan: Plan, nodes: readonly ProgramNode[], baselines: ReadonlyMap<NodeId, Rational>): readonly NodeId[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const lagging = nodes.filter(node => node.equals && node.lag && node.lag.months > 0).map(node => node.id);
  return [...inputsOf(lagging, byId)].filter(
    id => plan.nodes.get(id)?.time === 'flow' && !byId.get(id)?.equals && !baselines.has(id),
  );
}

/** Nodes and everything they are calculated from within the same period. */
function inputsOf(starts: readonly NodeId[], byId: ReadonlyMap<NodeId, ProgramNode>): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>();
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const equals = byId.get(id)?.equals;
    if (equals) open.push(...referencesOf(equals, 'same-period'));
  }
  return seen;
}

/** Amount a lagged node receives in a month from before the plan; undefined = what the baselines imply. */
export function pipelineAmount(arithmetic: Arithmetic, id: NodeId, month: number): Rational | undefined {
  const { plan, months, pipeline } = arithmetic;
  const { node, part } = lagPart(id) ?? { node: id, part: undefined };
  if (plan.nodes.get(node)?.time !== 'flow' || pipeline === 'baseline') return undefined;
  if (pipeline === 'none' || plan.pipeline.kind !== 'given') return rational(0);
  const place = months[month];
  const given = place && plan.pipeline.arrivals.get(node)?.get(monthKey(place));
  if (given === undefined || (part !== undefined && part > 0)) return rational(0);
  // What is under way arrives once, whatever the delay: the first share of a distribution brings all of it.
  const share = part === undefined ? undefined : plan.nodes.get(node)?.lag?.spread?.[part]?.share;
  return share === undefined ? rationalOf(given) : (divide(rationalOf(given), rationalOf(share)) ?? rational(0));
}
