import { type TreeBand, treeBands } from './tree-bands.ts';
import { type Block, blockOf } from './tree-block.ts';
import { isNode, type TreeBox, type TreeSign } from './tree-box.ts';
import { type TreeNode, type TreeShape, treeShape } from './tree-nodes.ts';
import { TREE_SIZES, type TreeSizes } from './tree-sizes.ts';

/** Where everything of a KPI tree stands, in pixels from its upper left corner. [TRE-03] */
export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly TreeBox[];
  readonly signs: readonly TreeSign[];
  readonly links: readonly TreeLink[];
  readonly bands: readonly TreeBand[];
}

/** From a node down to the row of its formula. */
export interface TreeLink {
  readonly parent: string;
  readonly path: string;
}

/**
 * The ladder: goals on top, below each node the row of its formula, aligned with it to the left and packed as close as deeper
 * rows allow; no two things ever overlap. Success factors are bands at the left; KPIs that no formula reaches stand at the end of
 * the row of what they influence, or of their factor.
 *
 * In    nodes in the plan's order, factors in order, ids of folded nodes
 * Out   boxes in reading order; the same input gives the same places
 */
export function treeLayout(
  nodes: readonly TreeNode[],
  factors: readonly string[],
  folded: ReadonlySet<string>,
  sizes: TreeSizes = TREE_SIZES,
): TreeLayout {
  const shape = treeShape(nodes);
  const blocks: Placed[] = [];
  let row = 0;
  for (const goal of shape.goals) {
    const block = blockOf(goal, shape, folded, sizes);
    blocks.push({ block, x: 0, row });
    row += block.left.length;
  }
  placeInfluences(shape, folded, sizes, blocks);
  return drawn(blocks, shape, factors, sizes);
}

interface Placed {
  readonly block: Block;
  readonly x: number;
  readonly row: number;
}

/** Puts each KPI that no formula reaches at the end of a row; all of them start in one column where they can. */
function placeInfluences(shape: TreeShape, folded: ReadonlySet<string>, sizes: TreeSizes, blocks: Placed[]): void {
  const rowOf = new Map(
    blocks.flatMap(({ block, row }) => block.boxes.filter(isNode).map(box => [box.id, box.row + row] as const)),
  );
  const factorRows = rowsByFactor(shape, rowOf);
  const right: number[] = [];
  const claim = ({ block, x, row }: Placed) => {
    block.right.forEach((edge, depth) => {
      right[row + depth] = Math.max(right[row + depth] ?? 0, x + edge);
    });
  };
  for (const placed of blocks) claim(placed);
  const last = right.length;
  const taken = new Map<number, number>();
  const homes = shape.influences.map(node => {
    const row = homeRow(node, rowOf, factorRows, taken) ?? last;
    taken.set(row, (taken.get(row) ?? 0) + 1);
    return { row, block: blockOf(node, shape, folded, sizes) };
  });
  const reached = homes
    .filter(({ row }) => row < last)
    .flatMap(({ row, block }) => block.right.map((_, depth) => right[row + depth] ?? 0));
  const column = Math.max(0, ...reached) + sizes.influenceGap;
  for (const { row, block } of homes) {
    const wanted = row < last ? column : 0;
    const free = Math.max(
      wanted,
      ...block.left.map((edge, depth) => (right[row + depth] ?? -sizes.blockGap) + sizes.blockGap / 2 - edge),
    );
    const placed = { block, x: free, row };
    claim(placed);
    blocks.push(placed);
  }
}

function homeRow(
  node: TreeNode,
  rowOf: ReadonlyMap<string, number>,
  factorRows: ReadonlyMap<string, readonly number[]>,
  taken: ReadonlyMap<number, number>,
): number | undefined {
  const beside = node.influences === undefined ? undefined : rowOf.get(node.influences);
  if (beside !== undefined) return beside;
  const rows = node.factor === undefined ? [] : (factorRows.get(node.factor) ?? []);
  return [...rows].sort((a, b) => (taken.get(a) ?? 0) - (taken.get(b) ?? 0) || b - a)[0];
}

function rowsByFactor(shape: TreeShape, rowOf: ReadonlyMap<string, number>): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const node of shape.nodes.values()) {
    const row = rowOf.get(node.id);
    if (node.factor === undefined || row === undefined) continue;
    const known = rows.get(node.factor) ?? [];
    if (!known.includes(row)) known.push(row);
    rows.set(node.factor, known);
  }
  return rows;
}

function drawn(blocks: readonly Placed[], shape: TreeShape, factors: readonly string[], sizes: TreeSizes): TreeLayout {
  const rows = Math.max(0, ...blocks.map(({ block, row }) => row + block.left.length));
  const goalRows = new Set(blocks.filter(({ block }) => block.boxes[0]?.kind === 'goal').map(({ row }) => row));
  const tops: number[] = [];
  let y = 0;
  for (let row = 0; row < rows; row++) {
    tops.push(y);
    y += (goalRows.has(row) ? sizes.goal.height : sizes.card.height) + sizes.rowGap;
  }
  const bandSpace = factors.length > 0 ? sizes.band.width + sizes.band.gap : 0;
  const topOf = (row: number) => tops[row] ?? 0;
  const boxes: TreeBox[] = [];
  const signs: TreeSign[] = [];
  for (const { block, x, row } of blocks) {
    for (const box of block.boxes) {
      const height = heightOf(box.kind, sizes);
      const offset = box.kind === 'reference' || box.kind === 'earlier' ? (sizes.card.height - height) / 2 : 0;
      boxes.push({ ...box, row: box.row + row, x: bandSpace + x + box.x, y: topOf(row + box.row) + offset, height });
    }
    for (const sign of block.signs) {
      signs.push({ ...sign, x: bandSpace + x + sign.x, y: topOf(row + sign.row), height: sizes.card.height });
    }
  }
  const isInRow = (row: number) => boxes.filter(box => box.row === row && isNode(box));
  const spans = tops.map((top, row) => ({
    top,
    bottom: top + (goalRows.has(row) ? sizes.goal.height : sizes.card.height),
    factors: new Set(isInRow(row).flatMap(box => shape.nodes.get(box.id)?.factor ?? [])),
    isGoal: goalRows.has(row),
  }));
  const bands = bandSpace === 0 ? [] : treeBands(factors, spans, sizes);
  return {
    width: Math.max(0, ...boxes.map(box => box.x + box.width)),
    height: Math.max(0, y - sizes.rowGap, ...bands.map(band => band.y + band.height)),
    boxes: [...boxes].sort((a, b) => a.row - b.row || a.x - b.x),
    signs,
    links: links(boxes, sizes),
    bands,
  };
}

function heightOf(kind: TreeBox['kind'], sizes: TreeSizes): number {
  if (kind === 'goal') return sizes.goal.height;
  return kind === 'reference' || kind === 'earlier' ? sizes.reference.height : sizes.card.height;
}

/** A bracket over the row of a formula, hanging from the node it explains. */
function links(boxes: readonly TreeBox[], sizes: TreeSizes): readonly TreeLink[] {
  const byId = new Map(boxes.filter(isNode).map(box => [box.id, box]));
  const children = new Map<string, TreeBox[]>();
  for (const box of boxes) {
    if (box.parent === undefined || box.kind === 'influence') continue;
    children.set(box.parent, [...(children.get(box.parent) ?? []), box]);
  }
  return [...children].flatMap(([parent, parts]) => {
    const from = byId.get(parent);
    if (!from) return [];
    const stem = from.x + STEM;
    const middle = Math.round(from.y + from.height + sizes.rowGap / 2) + 0.5;
    const ticks = parts.map(part => part.x + (part.kind === 'card' ? STEM : part.width / 2));
    const [left, right] = [Math.min(stem, ...ticks), Math.max(stem, ...ticks)];
    const down = parts.map((part, place) => `M${ticks[place] ?? 0} ${middle}V${part.y}`).join('');
    return [{ parent, path: `M${stem} ${from.y + from.height}V${middle}M${left} ${middle}H${right}${down}` }];
  });
}

/** How far from its left edge a card is tied to others. */
const STEM = 20;
