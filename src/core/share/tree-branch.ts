import { partsOf, type TreeNode } from './tree-nodes.ts';

/**
 * A node with everything its formulas are made of, and what is said to influence any of that. [TRE-08]
 * In the order given; the node itself becomes the root. All nodes where nobody has the id.
 */
export function treeBranch(nodes: readonly TreeNode[], id: string): readonly TreeNode[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const root = byId.get(id);
  if (!root) return nodes;
  const reached = new Set([id]);
  const queue = [root];
  for (const node of queue) {
    for (const part of partsOf(node, byId)) {
      if (reached.has(part.id)) continue;
      reached.add(part.id);
      queue.push(part);
    }
  }
  const beside = nodes.filter(
    node => node.role === 'kpi' && !reached.has(node.id) && node.influences !== undefined && reached.has(node.influences),
  );
  const kept = new Set([...reached, ...beside.map(node => node.id)]);
  return nodes
    .filter(node => kept.has(node.id))
    .map(node => (node.id === id ? { ...node, role: 'goal' } : { ...node, role: 'kpi' }));
}
