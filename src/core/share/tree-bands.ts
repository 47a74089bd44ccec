import type { TreeSizes } from './tree-sizes.ts';

/** A success factor beside the rows of its KPIs. */
export interface TreeBand {
  readonly factor: string;
  /** 1, 2, 3 … from the top: ties band and cards where they do not stand side by side. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One row of the tree: where it is, and which factors have KPIs in it. */
export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
  readonly factors: ReadonlySet<string>;
  readonly isGoal: boolean;
}

/**
 * Bands from the top, each beside the rows that hold its KPIs. [TRE-05]
 * Rows without a factor go to the next factor below, which explains them. Where factors share rows, bands stand below each other
 * and are told apart by their numbers. No two bands overlap; a factor without a KPI in sight has its band at the end.
 */
export function treeBands(factors: readonly string[], rows: readonly RowSpan[], sizes: TreeSizes): readonly TreeBand[] {
  const spans = factors.map((factor, place) => {
    const own = rows.flatMap((row, index) => (row.factors.has(factor) ? [index] : []));
    return { factor, place, first: own[0] ?? rows.length, last: own.at(-1) ?? -1 };
  });
  spans.sort((a, b) => a.first - b.first || a.last - b.last || a.place - b.place);
  const { width, gap, least } = sizes.band;
  const bands: TreeBand[] = [];
  let free = rows.findIndex(row => !row.isGoal);
  let y = rows[free]?.top ?? 0;
  spans.forEach(({ factor, first, last }, place) => {
    const next = spans[place + 1];
    const stop = Math.min(last, (next?.first ?? rows.length) - 1);
    const top = Math.max(y, rows[Math.min(first, free === -1 ? first : free)]?.top ?? y);
    const wanted = rows[Math.max(stop, first)]?.bottom ?? top + least;
    const bottom = Math.max(wanted, top + least);
    bands.push({ factor, number: place + 1, x: 0, y: top, width, height: bottom - top });
    y = bottom + Math.min(gap, sizes.rowGap);
    free = Math.max(free, Math.max(stop, first) + 1);
  });
  return bands;
}
