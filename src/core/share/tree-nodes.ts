import type { FormulaItem } from './formula-row.ts';

/** A goal or KPI as the tree needs it. */
export interface TreeNode {
  readonly id: string;
  readonly role: 'goal' | 'kpi';
  /** Its formula as a row; empty without one. */
  readonly formula: readonly FormulaItem[];
  /** The success factor it stands under. */
  readonly factor: string | undefined;
  /** The node that it is said to influence. */
  readonly influences: string | undefined;
}

/** What stands where in the tree, before anything has a place. [TRE-02] */
export interface TreeShape {
  readonly nodes: ReadonlyMap<string, TreeNode>;
  readonly goals: readonly TreeNode[];
  /** KPIs that no goal's formulas reach and that are no part of such a KPI's own formula, in order. */
  readonly influences: readonly TreeNode[];
  /** The node in whose formula a node is drawn; all other mentions are references. */
  readonly drawnBelow: ReadonlyMap<string, string>;
}

/** Finds the one place of every node: the first formula that uses it, counted from the goals downwards, then from the rest. */
export function treeShape(nodes: readonly TreeNode[]): TreeShape {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const drawnBelow = new Map<string, string>();
  const seen = new Set<string>();
  const walk = (roots: readonly TreeNode[]) => {
    const queue = [...roots];
    for (const node of queue) {
      for (const part of partsOf(node, byId)) {
        if (seen.has(part.id)) continue;
        seen.add(part.id);
        drawnBelow.set(part.id, node.id);
        queue.push(part);
      }
    }
  };
  const goals = nodes.filter(node => node.role === 'goal');
  for (const goal of goals) seen.add(goal.id);
  walk(goals);
  const influences: TreeNode[] = [];
  const usedByRest = new Set(
    nodes
      .filter(node => !seen.has(node.id))
      .flatMap(node => partsOf(node, byId).map(part => (part.id === node.id ? '' : part.id))),
  );
  for (const first of [true, false]) {
    for (const node of nodes) {
      if (seen.has(node.id) || (first && usedByRest.has(node.id))) continue;
      seen.add(node.id);
      influences.push(node);
      walk([node]);
    }
  }
  return { nodes: byId, goals, influences: nodes.filter(node => influences.includes(node)), drawnBelow };
}

/** The nodes of a formula, each once, in order. */
export function partsOf(node: TreeNode, byId: ReadonlyMap<string, TreeNode>): readonly TreeNode[] {
  const ids = new Set(node.formula.flatMap(item => (item.kind === 'part' ? [item.id] : [])));
  return [...ids].flatMap(id => byId.get(id) ?? []);
}
