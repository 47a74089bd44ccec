/** How large the parts of a tree are drawn, in pixels. */
export interface TreeSizes {
  readonly card: { readonly width: number; readonly height: number };
  readonly goal: { readonly width: number; readonly height: number };
  /** A reference to a node that stands elsewhere. */
  readonly reference: { readonly width: number; readonly height: number };
  /** Between rows. */
  readonly rowGap: number;
  /** Between formulas that stand in the same row. */
  readonly blockGap: number;
  /** Before the KPIs that no formula reaches. */
  readonly influenceGap: number;
  /** Column of the success factors; 0 without one. */
  readonly band: { readonly width: number; readonly gap: number; readonly least: number };
}

export const TREE_SIZES: TreeSizes = {
  card: { width: 204, height: 92 },
  goal: { width: 660, height: 84 },
  reference: { width: 148, height: 40 },
  rowGap: 26,
  blockGap: 44,
  influenceGap: 40,
  band: { width: 168, gap: 18, least: 74 },
};
