import type { NodeView, PlanView } from '#contract/plan-view.ts';

/** A KPI and what it leads to, up to the goal; only itself where it leads nowhere. [SHR-02] */
export function pathOf(start: NodeView, view: Pick<PlanView, 'nodes' | 'factors'>): readonly NodeView[] {
  const path: NodeView[] = [];
  for (let node: NodeView | undefined = start; node && !path.includes(node); node = above(node, view)) path.push(node);
  return path;
}

/** What it is calculated into, else what it stands under or is said to influence. */
function above(node: NodeView, { nodes, factors }: Pick<PlanView, 'nodes' | 'factors'>): NodeView | undefined {
  const whole = nodes.find(({ equals }) => equals?.parts.includes(node.id));
  if (whole) return whole;
  const { parent, supports } = node;
  const through = parent?.by === 'factor' ? factors.find(({ id }) => id === parent.id)?.supports[0] : parent?.id;
  return nodes.find(({ id }) => id === (through ?? supports[0]?.to));
}
