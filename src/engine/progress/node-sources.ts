import type { Formula } from '#core/formula/ast.ts';
import { callsFunction, LOOKING_BACK, referencesOf } from '#core/formula/ast.ts';
import type { DatasetId } from '#core/measure/dataset.ts';
import { unmeasuredInputs } from '#core/measure/definition-in-force.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import type { Definitions, MetricDefinition } from '#core/metric/definitions.ts';
import type { MetricId } from '#core/metric/measurement.ts';
import type { Metric } from '#core/metric/metric.ts';
import type { NodeId, Plan, PlanNode } from '#core/plan/plan.ts';
import type { MeasuredBy } from '#core/progress/measured-by.ts';

/** Where the values of a plan's nodes come from. [PRG-05] */
export interface NodeSources {
  readonly byNode: ReadonlyMap<NodeId, NodeSource>;
  /** The workspace's definitions with those that follow from the plan's own formulas. */
  readonly definitions: Definitions;
}

export interface NodeSource {
  readonly node: NodeId;
  readonly metric: MetricId;
  readonly by: MeasuredBy;
  /** What to ask for; undefined when nobody measures it. */
  readonly asked: MetricId | undefined;
  /** Metrics that would have to be measured first. */
  readonly missing: readonly MetricId[];
  readonly datasets: readonly DatasetId[];
}

/**
 * Decides for every node of a plan where its values come from: the workspace's definition of its metric, else the catalogue's
 * formula for it when all of its inputs are measured, else the plan's own formula when all of its parts have values.
 * A formula that is delayed (`lag`) or looks back says how the plan reckons, not what happened: it is no source.
 */
export function nodeSources(plan: Plan, definitions: Definitions, catalogue: Catalogue): NodeSources {
  const known = { definitions, catalogue };
  const found = new Map<NodeId, NodeSource>();
  const derived = new Map<MetricId, MetricDefinition>();
  const visit = (node: PlanNode, path: ReadonlySet<NodeId>): NodeSource => {
    const done = found.get(node.id);
    if (done) return done;
    const metric = node.metric?.id ?? node.id;
    const missing = unmeasuredInputs(metric, known);
    const source =
      missing.length === 0
        ? measured(node, metric, known)
        : (ofPlan(node, metric, path) ?? { node: node.id, metric, by: 'none', asked: undefined, missing, datasets: [] });
    found.set(node.id, source);
    return source;
  };
  const ofPlan = (node: PlanNode, metric: MetricId, path: ReadonlySet<NodeId>): NodeSource | undefined => {
    const { equals } = node;
    if (!equals || node.lag || callsFunction(equals, LOOKING_BACK) || path.has(node.id)) return undefined;
    const inner = new Set(path).add(node.id);
    const parts = referencesOf(equals).map(id => {
      const part = plan.nodes.get(id);
      return part && visit(part, inner);
    });
    const asked = new Map<NodeId, MetricId>();
    for (const part of parts) {
      if (part?.asked === undefined) return undefined;
      asked.set(part.node, part.asked);
    }
    const id = `plan-node ${node.id}`;
    const formula = renamed(equals, reference => asked.get(reference) ?? reference);
    derived.set(id, { id, versions: [{ metric: metricOf(node, id), measurement: { kind: 'formula', formula } }] });
    return {
      node: node.id,
      metric,
      by: 'plan',
      asked: id,
      missing: [],
      datasets: union(parts.flatMap(part => part?.datasets ?? [])),
    };
  };
  for (const node of plan.nodes.values()) visit(node, new Set());
  return {
    byNode: new Map([...plan.nodes.keys()].flatMap(id => found.get(id) ?? []).map(source => [source.node, source])),
    definitions: { ...definitions, metrics: new Map([...definitions.metrics, ...derived]) },
  };
}

function measured(
  node: PlanNode,
  metric: MetricId,
  known: { readonly definitions: Definitions; readonly catalogue: Catalogue },
): NodeSource {
  const by = known.definitions.metrics.has(metric) ? 'workspace' : 'catalogue';
  return { node: node.id, metric, by, asked: metric, missing: [], datasets: datasetsUnder(metric, known, []) };
}

/** Datasets a metric's values rest on, in any of its definitions. */
export function datasetsUnder(
  metric: MetricId,
  known: { readonly definitions: Definitions; readonly catalogue: Catalogue },
  path: readonly MetricId[] = [],
): readonly DatasetId[] {
  if (path.includes(metric)) return [];
  const versions = known.definitions.metrics.get(metric)?.versions;
  const formula = known.catalogue.metrics.get(metric)?.formula;
  const under = (inner: Formula) => referencesOf(inner).flatMap(id => datasetsUnder(id, known, [...path, metric]));
  if (!versions) return formula ? union(under(formula)) : [];
  return union(
    versions.flatMap(({ measurement }) => (measurement.kind === 'formula' ? under(measurement.formula) : [measurement.dataset])),
  );
}

/** The plan's node as a metric, so that it can be computed like one. */
function metricOf({ name, unit, direction, aggregation, basis, metric }: PlanNode, id: MetricId): Metric {
  return { id, name, aliases: [], meaning: metric?.meaning ?? name, unit, direction, aggregation, basis };
}

function renamed(formula: Formula, to: (id: string) => string): Formula {
  switch (formula.kind) {
    case 'number':
      return formula;
    case 'reference':
      return { ...formula, id: to(formula.id) };
    case 'negation':
      return { ...formula, operand: renamed(formula.operand, to) };
    case 'operation':
      return { ...formula, left: renamed(formula.left, to), right: renamed(formula.right, to) };
    case 'call':
      return { ...formula, args: formula.args.map(arg => renamed(arg, to)) };
  }
}

function union<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
