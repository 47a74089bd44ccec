import type { NodeView, PlanView } from '#contract/plan-view.ts';

/** A KPI and what it leads to, up to the goal; only itself where it leads nowhere. [SHR-02] */
export function pathOf(start: NodeView, view: Pick<PlanView, 'nodes' | 'factors'>): readonly NodeView[] {
  const path: NodeView[] = [];
  for (let node: NodeView | undefined = start; node && !path.includes(node); node = above(node, view)) path.push(node);
  return path;
}

function above({ parent }: NodeView, { nodes, factors }: Pick<PlanView, 'nodes' | 'factors'>): NodeView | undefined {
  const id = parent?.by === 'factor' ? factors.find(factor => factor.id === parent.id)?.supports[0] : parent?.id;
  return nodes.find(node => node.id === id);
}
