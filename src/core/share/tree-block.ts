import type { FormulaItem } from './formula-row.ts';
import type { TreeBox, TreeSign } from './tree-box.ts';
import type { TreeNode, TreeShape } from './tree-nodes.ts';
import type { TreeSizes } from './tree-sizes.ts';

/** A node with everything that stands below it, placed relative to the node's left edge and row. */
export interface Block {
  readonly boxes: readonly BlockBox[];
  readonly signs: readonly BlockSign[];
  /** Left and right edges of the block in each of its rows. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

type BlockBox = Omit<TreeBox, 'y' | 'height'>;
type BlockSign = Omit<TreeSign, 'y' | 'height'> & { readonly row: number };

/** Lays a node's formula out below it, part by part, each as far to the left as all of its rows allow. [TRE-04] */
export function blockOf(node: TreeNode, shape: TreeShape, folded: ReadonlySet<string>, sizes: TreeSizes): Block {
  const own = ownBox(node, shape, folded, sizes);
  if (own.folded || node.formula.length === 0) return { boxes: [own], signs: [], left: [0], right: [own.width] };
  const row = new Row(node, shape, folded, sizes);
  for (const item of node.formula) row.add(item);
  const below = row.done();
  const boxes = [own, ...below.boxes.map(box => ({ ...box, row: box.row + 1 }))];
  const signs = below.signs.map(sign => ({ ...sign, row: sign.row + 1 }));
  return { boxes, signs, left: [0, ...below.left], right: [own.width, ...below.right] };
}

function ownBox(node: TreeNode, shape: TreeShape, folded: ReadonlySet<string>, sizes: TreeSizes): BlockBox {
  const isGoal = node.role === 'goal';
  const parent = shape.drawnBelow.get(node.id);
  const isInfluence = !isGoal && parent === undefined;
  const isFolded = node.formula.length > 0 && folded.has(node.id);
  return {
    key: node.id,
    id: node.id,
    kind: isGoal ? 'goal' : isInfluence ? 'influence' : 'card',
    row: 0,
    x: 0,
    width: isGoal ? sizes.goal.width : sizes.card.width,
    parent: parent ?? node.influences,
    hasParts: node.formula.length > 0,
    folded: isFolded,
    hidden: isFolded ? countBelow(node, shape) : 0,
  };
}

function countBelow(node: TreeNode, shape: TreeShape): number {
  const ids = new Set(node.formula.flatMap(item => (item.kind === 'part' ? [item.id] : [])));
  return [...ids]
    .filter(id => shape.drawnBelow.get(id) === node.id)
    .flatMap(id => shape.nodes.get(id) ?? [])
    .reduce((sum, part) => sum + 1 + countBelow(part, shape), 0);
}

/** A formula being laid out from left to right. */
class Row {
  private readonly node: TreeNode;
  private readonly shape: TreeShape;
  private readonly folded: ReadonlySet<string>;
  private readonly sizes: TreeSizes;
  private readonly boxes: BlockBox[] = [];
  private readonly signs: BlockSign[] = [];
  private readonly left: number[] = [];
  private readonly right: number[] = [];
  private readonly drawn = new Set<string>();
  private pending: string | undefined;

  constructor(node: TreeNode, shape: TreeShape, folded: ReadonlySet<string>, sizes: TreeSizes) {
    this.node = node;
    this.shape = shape;
    this.folded = folded;
    this.sizes = sizes;
  }

  add(item: FormulaItem): void {
    if (item.kind === 'sign') {
      this.pending = item.text;
      return;
    }
    const part = item.kind === 'part' ? this.shape.nodes.get(item.id) : undefined;
    const isHere = part && this.shape.drawnBelow.get(part.id) === this.node.id && !this.drawn.has(part.id);
    if (isHere) {
      this.drawn.add(part.id);
      this.place(blockOf(part, this.shape, this.folded, this.sizes));
    } else this.place(this.mention(item));
  }

  done(): Block {
    if (this.pending !== undefined) {
      const width = signWidth(this.pending);
      const x = this.right[0] ?? 0;
      this.sign(this.pending, x, width);
      this.right[0] = x + width;
      this.left[0] ??= x;
    }
    return { boxes: this.boxes, signs: this.signs, left: this.left, right: this.right };
  }

  /** As far to the left as every row of the block allows; the sign stands directly before it. */
  private place(block: Block): void {
    const { pending, sizes } = this;
    const width = pending === undefined ? 0 : signWidth(pending);
    let x = (this.right[0] ?? 0) + width;
    for (let row = 1; row < block.left.length; row++) {
      const edge = this.right[row];
      if (edge !== undefined) x = Math.max(x, edge + sizes.blockGap - (block.left[row] ?? 0));
    }
    if (pending !== undefined) this.sign(pending, x - width, width);
    this.pending = undefined;
    for (const box of block.boxes) this.boxes.push({ ...box, x: box.x + x });
    for (const sign of block.signs) this.signs.push({ ...sign, x: sign.x + x });
    block.right.forEach((edge, row) => {
      this.left[row] = Math.min(this.left[row] ?? Number.POSITIVE_INFINITY, x + (block.left[row] ?? 0));
      this.right[row] = Math.max(this.right[row] ?? 0, x + edge);
    });
  }

  private sign(text: string, x: number, width: number): void {
    this.signs.push({ key: `${this.node.id} ${this.signs.length} ${text}`, text, x, row: 0, width });
    this.left[0] = Math.min(this.left[0] ?? x, x);
  }

  private mention(item: Exclude<FormulaItem, { kind: 'sign' }>): Block {
    const { width } = this.sizes.reference;
    const box: BlockBox = {
      key: `${this.node.id} ${this.boxes.length} ${item.id}`,
      id: item.id,
      kind: item.kind === 'part' ? 'reference' : 'earlier',
      row: 0,
      x: 0,
      width,
      parent: this.node.id,
      hasParts: false,
      folded: false,
      hidden: 0,
      ...(item.kind === 'earlier' ? { when: item.when } : {}),
    };
    return { boxes: [box], signs: [], left: [0], right: [width] };
  }
}

const SIGN_PAD = 18;
const SIGN_LETTER = 9;

function signWidth(text: string): number {
  return SIGN_PAD + text.length * SIGN_LETTER + (text.length === 1 ? 5 : 0);
}
