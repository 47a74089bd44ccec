import type { PlanView } from '#contract/plan-view.ts';

/** Nodes that lead to a goal: by a goal's formula, by a stated influence, or under a success factor of one. [PLN-42] */
export function leadingNodes({ nodes, factors }: PlanView): ReadonlySet<string> {
  const leading = new Set(nodes.filter(({ role }) => role === 'goal').map(({ id }) => id));
  const byFactor = new Set<string>();
  for (let before = -1; before !== leading.size; ) {
    before = leading.size;
    for (const factor of factors) if (factor.supports.some(id => leading.has(id))) byFactor.add(factor.id);
    for (const node of nodes) {
      if (leading.has(node.id)) for (const part of node.equals?.parts ?? []) leading.add(part);
      const leads = node.supports.some(({ to }) => leading.has(to) || byFactor.has(to));
      if (leads || (node.under !== null && (leading.has(node.under) || byFactor.has(node.under)))) leading.add(node.id);
    }
  }
  return leading;
}
