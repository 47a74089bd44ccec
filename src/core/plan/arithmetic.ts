import { monthsOf } from '../calendar/duration.ts';
import type { PeriodPart } from '../calendar/periods-between.ts';
import { referencesOf } from '../formula/ast.ts';
import { type Rational, rational, rationalOf } from '../number/rational.ts';
import { type Bound, inMonth, monthBounds, monthKey, planMonths } from './month-bounds.ts';
import type { NodeId, Plan, PlanNode } from './plan.ts';
import { compileProgram, dependsOn, type Program, type ProgramNode } from './program.ts';

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
  readonly standIns: readonly NodeId[];
  readonly pipeline: 'none' | 'baseline' | 'given';
  /** Flows that lag and have no baseline, when the plan does not say what its pipeline is. */
  readonly unstatedPipeline: readonly NodeId[];
}

export type Prepared =
  | { readonly ok: true; readonly arithmetic: Arithmetic }
  | { readonly ok: false; readonly cycle: readonly NodeId[] };

export function prepareArithmetic(plan: Plan): Prepared {
  const months = planMonths(plan);
  const bounds = new Map<NodeId, readonly Bound[]>();
  const baselines = new Map<NodeId, Rational>();
  for (const node of plan.nodes.values()) {
    const own = monthBounds(node, plan);
    if (own) bounds.set(node.id, own);
    if (node.baseline) baselines.set(node.id, baselineOf(node, months));
  }
  const incomplete = incompleteNodes(plan, bounds);
  const standIns = [...plan.nodes.values()].filter(
    node => incomplete.has(node.id) && node.equals && bounds.has(node.id) && node.role === 'kpi',
  );
  const cut = new Set(standIns.map(node => node.id));
  const nodes = [...plan.nodes.values()].map(node => programNode(node, cut.has(node.id)));
  const lagged = compileProgram(nodes, 'lagged');
  if (!lagged.ok) return lagged;
  const steady = compileProgram(nodes, 'steady');
  if (!steady.ok) return steady;
  const unstated = pipelineGaps(plan, nodes, baselines);
  const pipeline = plan.pipeline.kind === 'unstated' ? (unstated.length === 0 ? 'baseline' : 'none') : plan.pipeline.kind;
  return {
    ok: true,
    arithmetic: {
      plan,
      months,
      lagged: lagged.program,
      steady: steady.program,
      bounds,
      baselines,
      missing: missingDrivers(nodes, plan, bounds),
      standIns: standIns.map(node => node.id),
      pipeline,
      unstatedPipeline: plan.pipeline.kind === 'unstated' ? unstated : [],
    },
  };
}

function programNode(node: PlanNode, cut: boolean): ProgramNode {
  if (cut || !node.equals) return { id: node.id };
  const lag = node.lag && { months: monthsOf(node.lag), ...(node.lag.after === undefined ? {} : { after: node.lag.after }) };
  return { id: node.id, equals: node.equals, ...(lag ? { lag } : {}) };
}

function baselineOf(node: PlanNode, months: readonly PeriodPart[]): Rational {
  if (!node.baseline) return rational(0);
  // A baseline is an amount per period; without one it covers as many months as the plan.
  const whole = months.map(part => ({ ...part, clipped: false }));
  return inMonth(node.baseline, node, whole, 0);
}

/** Nodes whose value cannot be calculated because some driver below them has no target. */
function incompleteNodes(plan: Plan, bounds: ReadonlyMap<NodeId, readonly Bound[]>): ReadonlySet<NodeId> {
  const known = new Map<NodeId, boolean>();
  const complete = (id: NodeId, path: ReadonlySet<NodeId>): boolean => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const node = plan.nodes.get(id);
    if (!node || path.has(id)) return false;
    const inner = new Set(path).add(id);
    const result = node.equals
      ? referencesOf(node.equals, 'same-period').every(input => complete(input, inner) || bounds.has(input))
      : bounds.has(id);
    known.set(id, result);
    return result;
  };
  return new Set([...plan.nodes.keys()].filter(id => !complete(id, new Set())));
}

/** Drivers below a goal that have neither formula nor target. */
function missingDrivers(
  nodes: readonly ProgramNode[],
  plan: Plan,
  bounds: ReadonlyMap<NodeId, readonly Bound[]>,
): readonly NodeId[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const found = new Set<NodeId>();
  const seen = new Set<NodeId>();
  const open = [...plan.nodes.values()].filter(node => node.role === 'goal').map(node => node.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const equals = byId.get(id)?.equals;
    if (equals) open.push(...referencesOf(equals, 'same-period'));
    else if (!bounds.has(id) && plan.nodes.get(id)?.role === 'kpi') found.add(id);
  }
  return [...found];
}

/** Flows that a lag delays and that have no baseline: what was under way before the plan is then not known. */
function pipelineGaps(plan: Plan, nodes: readonly ProgramNode[], baselines: ReadonlyMap<NodeId, Rational>): readonly NodeId[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const gaps = new Set<NodeId>();
  for (const node of nodes) {
    if (!node.equals || !node.lag || node.lag.months <= 0) continue;
    for (const candidate of nodes) {
      const flow = plan.nodes.get(candidate.id)?.time === 'flow';
      if (flow && !candidate.equals && !baselines.has(candidate.id) && dependsOn(node.id, candidate.id, byId))
        gaps.add(candidate.id);
    }
  }
  return [...gaps];
}

/** Amount a lagged node receives in a month from before the plan; undefined = what the baselines imply. */
export function pipelineAmount(arithmetic: Arithmetic, node: NodeId, month: number): Rational | undefined {
  const { plan, months, pipeline } = arithmetic;
  if (plan.nodes.get(node)?.time !== 'flow' || pipeline === 'baseline') return undefined;
  if (pipeline === 'none' || plan.pipeline.kind !== 'given') return rational(0);
  const part = months[month];
  const given = part && plan.pipeline.arrivals.get(node)?.get(monthKey(part));
  return given === undefined ? rational(0) : rationalOf(given);
}
