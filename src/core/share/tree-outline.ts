import type { FormulaItem } from './formula-row.ts';
import { type TreeNode, treeShape } from './tree-nodes.ts';

/** One line of the tree as an indented list, for narrow screens and for reading aloud. [TRE-07] */
export interface OutlineLine {
  readonly key: string;
  readonly id: string;
  readonly kind: 'goal' | 'card' | 'influence' | 'reference' | 'earlier';
  readonly depth: number;
  /** What stands before it in the formula it belongs to; empty for the first part. */
  readonly sign: string;
  readonly hasParts: boolean;
  readonly folded: boolean;
}

/** The tree from top to bottom: each node, then the parts of its formula; KPIs that no formula reaches at the end. */
export function treeOutline(nodes: readonly TreeNode[], folded: ReadonlySet<string>): readonly OutlineLine[] {
  const { nodes: byId, goals, influences, drawnBelow } = treeShape(nodes);
  const lines: OutlineLine[] = [];
  const add = (node: TreeNode, depth: number, sign: string, kind: OutlineLine['kind']) => {
    const isFolded = folded.has(node.id) && node.formula.length > 0;
    lines.push({ key: node.id, id: node.id, kind, depth, sign, hasParts: node.formula.length > 0, folded: isFolded });
    if (!isFolded) parts(node, depth + 1);
  };
  const parts = (node: TreeNode, depth: number) => {
    const drawn = new Set<string>();
    let sign = '';
    node.formula.forEach((item: FormulaItem, place) => {
      if (item.kind === 'sign') {
        sign = item.text;
        return;
      }
      const part = item.kind === 'part' ? byId.get(item.id) : undefined;
      if (part && drawnBelow.get(part.id) === node.id && !drawn.has(part.id)) {
        drawn.add(part.id);
        add(part, depth, sign, 'card');
      } else {
        const kind = item.kind === 'part' ? 'reference' : 'earlier';
        lines.push({ key: `${node.id} ${place}`, id: item.id, kind, depth, sign, hasParts: false, folded: false });
      }
      sign = '';
    });
  };
  for (const goal of goals) add(goal, 0, '', 'goal');
  for (const node of influences) add(node, 0, '', 'influence');
  return lines;
}
