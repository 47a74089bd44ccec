import { referencesOf } from '../formula/ast.ts';
import type { NodeId, Plan, PlanNode } from './plan.ts';

/** How a node hangs below another: in its formula, by a factor, by a stated influence, or only placed there. */
export type Hanging = 'formula' | 'factor' | 'influence' | 'place';

export interface Parent {
  /** A node, or a factor when the node hangs there by one. */
  readonly id: string;
  readonly by: Hanging;
}

/** One step of the way from a node up to a goal; factors are stepped through. */
export interface PathStep {
  readonly node: NodeId;
  readonly to: NodeId;
  readonly by: Hanging;
  /** The factor it goes through. */
  readonly factor?: string;
}

/**
 * Where a node hangs in the tree: its primary parent. [PLN-41]
 * The one that `under` names, else the first node in the plan's order whose formula uses it, else the first it supports.
 * Undefined for goals, and for nodes that hang nowhere.
 */
export function parentOf(node: PlanNode, plan: Plan): Parent | undefined {
  if (node.role === 'goal') return undefined;
  const { under } = node;
  if (under !== undefined && plan.factors.has(under)) return { id: under, by: 'factor' };
  const named = under === undefined ? undefined : plan.nodes.get(under);
  if (named) return { id: named.id, by: uses(named, node.id) ? 'formula' : 'place' };
  const user = [...plan.nodes.values()].find(other => uses(other, node.id));
  if (user) return { id: user.id, by: 'formula' };
  const supported = node.supports.find(({ to }) => plan.nodes.has(to));
  return supported && { id: supported.to, by: 'influence' };
}

/**
 * The way from a KPI up to a goal, nearest step first: by formulas where they lead there, else by what is stated. [PLN-42]
 * Empty for a goal, and where no way leads to one. Shortest way; among equals the one by the plan's order.
 */
export function pathToGoal(start: NodeId, plan: Plan): readonly PathStep[] {
  return search(start, plan, formulaSteps) ?? search(start, plan, allSteps) ?? [];
}

type Steps = (node: PlanNode, plan: Plan) => readonly PathStep[];

function search(start: NodeId, plan: Plan, stepsFrom: Steps): readonly PathStep[] | undefined {
  const ways: (readonly PathStep[])[] = [[]];
  const seen = new Set<NodeId>([start]);
  for (const way of ways) {
    const node = plan.nodes.get(way.at(-1)?.to ?? start);
    if (node?.role === 'goal') return way;
    for (const step of node ? stepsFrom(node, plan) : []) {
      if (seen.has(step.to)) continue;
      seen.add(step.to);
      ways.push([...way, step]);
    }
  }
  return undefined;
}

function formulaSteps(node: PlanNode, plan: Plan): readonly PathStep[] {
  return [...plan.nodes.values()]
    .filter(other => uses(other, node.id))
    .map(other => ({ node: node.id, to: other.id, by: 'formula' }));
}

function allSteps(node: PlanNode, plan: Plan): readonly PathStep[] {
  const influences = node.supports
    .filter(({ to }) => plan.nodes.has(to))
    .map(({ to }): PathStep => ({ node: node.id, to, by: 'influence' }));
  const factor = node.under === undefined ? undefined : plan.factors.get(node.under);
  const through = (factor?.supports ?? [])
    .filter(to => plan.nodes.has(to))
    .map((to): PathStep => ({ node: node.id, to, by: 'factor', factor: factor?.id ?? '' }));
  const placed: readonly PathStep[] =
    node.under !== undefined && plan.nodes.has(node.under) ? [{ node: node.id, to: node.under, by: 'place' }] : [];
  return [...formulaSteps(node, plan), ...through, ...influences, ...placed];
}

function uses(node: PlanNode, id: NodeId): boolean {
  return node.id !== id && node.equals !== undefined && referencesOf(node.equals).includes(id);
}
