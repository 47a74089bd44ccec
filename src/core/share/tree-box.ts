/** A card of the tree, or a mention of one. */
export interface TreeBox {
  /** Unique among boxes; the node's id for the box that is the node itself. */
  readonly key: string;
  readonly id: string;
  /** `influence`: no formula reaches it. `reference`: the node itself stands elsewhere. `earlier`: its value of an earlier period. */
  readonly kind: 'goal' | 'card' | 'influence' | 'reference' | 'earlier';
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The node in whose formula, or beside which, it stands. */
  readonly parent: string | undefined;
  /** It has a formula that could be unfolded. */
  readonly hasParts: boolean;
  readonly folded: boolean;
  /** How many cards are folded away below it. */
  readonly hidden: number;
  readonly when?: 'previous' | 'last-year';
}

/** What stands between two boxes of a formula. */
export interface TreeSign {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether a box is the node itself, not a mention of it. */
export function isNode(box: Pick<TreeBox, 'kind'>): boolean {
  return box.kind === 'goal' || box.kind === 'card' || box.kind === 'influence';
}
