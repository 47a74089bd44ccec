import { referencesOf } from '../formula/ast.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { MetricId } from '../metric/measurement.ts';
import type { ParsedPlan } from '../plan/build-plan.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import type { Path, Source } from '../plan/source.ts';
import type { Place } from '../problem/problem.ts';
import type { Things } from '../unit/thing.ts';
import type { LintFacts } from './facts.ts';

/** A plan as the rules look at it: what they ask for again and again, worked out once. */
export interface Lint {
  readonly plan: Plan;
  readonly source: Source;
  readonly things: Things;
  readonly facts: LintFacts;
  readonly goals: readonly PlanNode[];
  /** KPIs people steer by; those that are only watched are not among them. */
  readonly kpis: readonly PlanNode[];
  /** Those of them that somebody sets a number for. */
  readonly aimed: readonly PlanNode[];
  readonly node: (id: NodeId) => PlanNode | undefined;
  /** What a node's formula is made of. */
  readonly partsOf: (id: NodeId) => readonly NodeId[];
  /** Nodes whose formula uses it. */
  readonly usersOf: (id: NodeId) => readonly PlanNode[];
  /** Goals, and everything their formulas build on. */
  readonly inGoal: ReadonlySet<NodeId>;
  /** The other side of quantity and quality, whichever of the two names the other. */
  readonly partnerOf: (id: NodeId) => PlanNode | undefined;
  /** KPIs that are a metric of the catalogue. */
  readonly ofMetric: (metric: MetricId) => readonly PlanNode[];
  readonly place: (node: PlanNode, key?: string) => Place;
  readonly placeOf: (path: Path) => Place;
}

export function lintOf({ plan, source }: ParsedPlan, { things }: Pick<Catalogue, 'things'>, facts: LintFacts): Lint {
  const nodes = [...plan.nodes.values()];
  const goals = nodes.filter(({ role }) => role === 'goal');
  const kpis = nodes.filter(({ role, watch }) => role === 'kpi' && !watch);
  const parts = new Map(nodes.map(({ id, equals }) => [id, equals ? referencesOf(equals) : []]));
  const users = new Map<NodeId, PlanNode[]>();
  const partners = new Map<NodeId, PlanNode>();
  for (const node of nodes) {
    for (const part of parts.get(node.id) ?? []) {
      const known = users.get(part);
      if (known) known.push(node);
      else users.set(part, [node]);
    }
    const partner = node.pair === undefined ? undefined : plan.nodes.get(node.pair);
    if (!partner) continue;
    partners.set(node.id, partner);
    if (partner.pair === undefined && !partners.has(partner.id)) partners.set(partner.id, node);
  }
  const byMetric = new Map<MetricId, PlanNode[]>();
  for (const node of kpis) {
    if (!node.metric) continue;
    const same = byMetric.get(node.metric.id);
    if (same) same.push(node);
    else byMetric.set(node.metric.id, [node]);
  }
  const placeOf = (path: Path): Place => ({ at: path, line: source.lineOf(path) });
  return {
    plan,
    source,
    things,
    facts,
    goals,
    kpis,
    aimed: kpis.filter(node => node.target !== undefined || node.months.size > 0),
    node: id => plan.nodes.get(id),
    partsOf: id => parts.get(id) ?? [],
    usersOf: id => users.get(id) ?? [],
    inGoal: reachedFrom(
      goals.map(({ id }) => id),
      parts,
    ),
    partnerOf: id => partners.get(id),
    ofMetric: metric => byMetric.get(metric) ?? [],
    place: ({ id, role, line }, key) => {
      const path = [role === 'goal' ? 'goals' : 'kpis', id];
      return key === undefined ? { at: path, line } : placeOf([...path, key]);
    },
    placeOf,
  };
}

function reachedFrom(starts: readonly NodeId[], parts: ReadonlyMap<NodeId, readonly NodeId[]>): ReadonlySet<NodeId> {
  const reached = new Set<NodeId>();
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(parts.get(id) ?? []));
  }
  return reached;
}
