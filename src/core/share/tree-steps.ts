import { isNode, type TreeBox } from './tree-box.ts';
import type { TreeLayout } from './tree-layout.ts';

export type TreeStep = 'left' | 'right' | 'up' | 'down';

/**
 * The box an arrow key leads to: left and right along the row, up to the node it explains, down to the first part of its formula.
 * [TRE-06] Undefined at the edge.
 */
export function stepInTree(layout: TreeLayout, key: string, step: TreeStep): TreeBox | undefined {
  const from = layout.boxes.find(box => box.key === key);
  if (!from) return undefined;
  switch (step) {
    case 'left':
      return layout.boxes.findLast(box => box.row === from.row && box.x < from.x);
    case 'right':
      return layout.boxes.find(box => box.row === from.row && box.x > from.x);
    case 'up':
      return layout.boxes.find(box => isNode(box) && box.id === from.parent) ?? above(layout, from);
    case 'down':
      return layout.boxes.find(box => box.parent === from.id && box.row > from.row) ?? below(layout, from);
  }
}

/** Where no formula leads on: the nearest box of the next row, so that goals and rows of influences can be reached. */
function above(layout: TreeLayout, from: TreeBox): TreeBox | undefined {
  return nearest(
    layout.boxes.filter(box => box.row === from.row - 1),
    from,
  );
}

function below(layout: TreeLayout, from: TreeBox): TreeBox | undefined {
  return nearest(
    layout.boxes.filter(box => box.row === from.row + 1),
    from,
  );
}

function nearest(boxes: readonly TreeBox[], from: TreeBox): TreeBox | undefined {
  return boxes.reduce<TreeBox | undefined>(
    (best, box) => (best === undefined || Math.abs(box.x - from.x) < Math.abs(best.x - from.x) ? box : best),
    undefined,
  );
}
