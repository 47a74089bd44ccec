import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormulaItem } from './formula-row.ts';
import { isNode, type TreeBox } from './tree-box.ts';
import { type TreeLayout, treeLayout } from './tree-layout.ts';
import type { TreeNode } from './tree-nodes.ts';
import { TREE_SIZES } from './tree-sizes.ts';
import { stepInTree } from './tree-steps.ts';

const { card, goal, band } = TREE_SIZES;
const LEFT = band.width + band.gap;

function node(id: string, formula = '', more: Partial<TreeNode> = {}): TreeNode {
  const items = formula.split(' ').filter(word => word !== '');
  return {
    id,
    role: id.startsWith('goal') ? 'goal' : 'kpi',
    formula: items.map((word): FormulaItem => (/^[a-z]/.test(word) ? { kind: 'part', id: word } : { kind: 'sign', text: word })),
    factor: undefined,
    influences: undefined,
    ...more,
  };
}

const SAAS: readonly TreeNode[] = [
  node('goal', 'won × value'),
  node('leads', '', { factor: 'quality' }),
  node('mql-rate', '', { factor: 'quality' }),
  node('mqls', 'leads × mql-rate'),
  node('sqls', 'mqls × sql-rate'),
  node('sql-rate', '', { factor: 'meeting' }),
  node('meetings', 'sqls × meeting-rate'),
  node('meeting-rate', '', { factor: 'meeting' }),
  node('won', 'meetings × win-rate'),
  node('win-rate', '', { factor: 'closing' }),
  node('value', '', { factor: 'closing' }),
  node('mql-cost', '', { factor: 'quality' }),
  node('days', '', { influences: 'meeting-rate' }),
];
const FACTORS = ['quality', 'meeting', 'closing'];

function box(layout: TreeLayout, id: string): TreeBox {
  const found = layout.boxes.find(one => one.key === id);
  if (!found) throw new Error(id);
  return found;
}

describe('[TRE-03] the ladder', () => {
  const layout = treeLayout(SAAS, FACTORS, new Set());

  test('[TRE-03] goal on top, each formula in the row below, aligned to the left', () => {
    expect(box(layout, 'goal')).toMatchObject({ x: LEFT, y: 0, width: goal.width, kind: 'goal' });
    for (const [id, row] of [
      ['won', 1],
      ['meetings', 2],
      ['sqls', 3],
      ['mqls', 4],
      ['leads', 5],
    ] as const) {
      expect(box(layout, id)).toMatchObject({ row, x: LEFT, width: card.width });
    }
    const second = box(layout, 'value').x;
    for (const id of ['win-rate', 'meeting-rate', 'sql-rate', 'mql-rate']) expect(box(layout, id).x).toBe(second);
  });

  test('[TRE-05] bands stand beside the rows of their KPIs; a row without a factor joins the one below', () => {
    expect(layout.bands.map(({ factor, number }) => [factor, number])).toEqual([
      ['closing', 1],
      ['meeting', 2],
      ['quality', 3],
    ]);
    const [closing, meeting, quality] = layout.bands;
    expect(closing?.y).toBe(box(layout, 'won').y);
    expect(closing && closing.y + closing.height).toBe(box(layout, 'win-rate').y + card.height);
    expect(meeting?.y).toBe(box(layout, 'sqls').y);
    expect(quality && quality.y + quality.height).toBe(box(layout, 'leads').y + card.height);
  });

  test('[TRE-03] what no formula reaches stands at the end of its row, in one column', () => {
    expect(box(layout, 'days')).toMatchObject({ kind: 'influence', row: 3 });
    expect(box(layout, 'mql-cost')).toMatchObject({ kind: 'influence', row: 5, x: box(layout, 'days').x });
    expect(box(layout, 'days').x).toBeGreaterThan(box(layout, 'mql-rate').x + card.width);
  });

  test('[TRE-06] arrows go along rows, up to what is explained, down into the formula', () => {
    expect(stepInTree(layout, 'goal', 'down')?.key).toBe('won');
    expect(stepInTree(layout, 'won', 'right')?.key).toBe('value');
    expect(stepInTree(layout, 'win-rate', 'up')?.key).toBe('won');
    expect(stepInTree(layout, 'value', 'left')?.key).toBe('won');
    expect(stepInTree(layout, 'value', 'right')).toBeUndefined();
    expect(stepInTree(layout, 'meeting-rate', 'right')?.key).toBe('days');
    expect(stepInTree(layout, 'days', 'up')?.key).toBe('meeting-rate');
  });

  test('[TRE-03] a folded node keeps its card, says how much it hides, and its rows close up', () => {
    const folded = treeLayout(SAAS, FACTORS, new Set(['meetings']));
    expect(box(folded, 'meetings')).toMatchObject({ folded: true, hidden: 6 });
    expect(folded.boxes.some(one => one.key === 'sqls')).toBe(false);
    expect(folded.height).toBeLessThan(layout.height);
  });
});

test('[TRE-02] a shared node is drawn once; other formulas refer to it', () => {
  const layout = treeLayout(
    [node('goal', 'a + b'), node('a', 'visits × cvr'), node('b', 'visits × share'), node('visits'), node('cvr'), node('share')],
    [],
    new Set(),
  );
  const visits = layout.boxes.filter(one => one.id === 'visits');
  expect(visits.map(one => [one.kind, one.parent])).toEqual([
    ['card', 'a'],
    ['reference', 'b'],
  ]);
});

test('[TRE-04] deeper rows push a formula to the right only where they would touch', () => {
  const layout = treeLayout(
    [node('goal', 'a × b'), node('a', 'c × d × e'), node('b', 'f × g'), ...['c', 'd', 'e', 'f', 'g'].map(id => node(id))],
    [],
    new Set(),
  );
  expect(box(layout, 'f').x).toBe(box(layout, 'e').x + card.width + TREE_SIZES.blockGap);
  expect(box(layout, 'b').x).toBe(box(layout, 'f').x);
});

test('[TRE-03] any plan at all: nothing overlaps, nothing is lost, nothing is drawn twice', () => {
  fc.assert(
    fc.property(randomPlan, ({ nodes, factors, folded }) => {
      const layout = treeLayout(nodes, factors, new Set(folded));
      const things = [...layout.boxes, ...layout.signs];
      things.forEach((a, i) => {
        for (const b of things.slice(i + 1)) expect(overlap(a, b), `${a.key} / ${b.key}`).toBe(false);
      });
      layout.bands.forEach((a, i) => {
        for (const b of layout.bands.slice(i + 1)) expect(overlap(a, b)).toBe(false);
        for (const b of layout.boxes) expect(overlap(a, b)).toBe(false);
      });
      const drawn = layout.boxes.filter(isNode).map(one => one.id);
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(new Set(layout.boxes.map(one => one.key)).size).toBe(layout.boxes.length);
      const hidden = layout.boxes.reduce((sum, one) => sum + one.hidden, 0);
      expect(drawn.length + hidden).toBe(nodes.length);
      for (const one of layout.boxes) {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.x + one.width).toBeLessThanOrEqual(layout.width);
        expect(one.y + one.height).toBeLessThanOrEqual(layout.height);
      }
    }),
    { seed: 20_261_120, numRuns: 300 },
  );
});

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A plan whose formulas only use later nodes, so that it has no circle; goals, shared nodes, factors and influences included. */
const randomPlan = fc
  .record({
    size: fc.integer({ min: 1, max: 24 }),
    goals: fc.integer({ min: 0, max: 2 }),
    picks: fc.array(fc.nat(1_000_000), { minLength: 200, maxLength: 200 }),
  })
  .map(({ size, goals, picks }) => {
    let next = 0;
    const pick = (below: number) => (picks[next++ % picks.length] ?? 0) % below;
    const factors = ['f1', 'f2', 'f3'].slice(0, pick(4));
    const ids = Array.from({ length: size }, (_, i) => (i < goals ? `goal${i}` : `n${i}`));
    const nodes = ids.map((id, i) => {
      const later = ids.slice(Math.max(i + 1, goals));
      const parts = later.length === 0 ? [] : Array.from({ length: pick(4) }, () => later[pick(later.length)] ?? '');
      const formula = parts.map((part, n) => (n === 0 ? part : `${['×', '+', '÷'][pick(3)]} ${part}`)).join(' ');
      const factor = factors.length > 0 && pick(2) === 0 ? factors[pick(factors.length)] : undefined;
      return node(id, formula, { factor, influences: pick(3) === 0 ? ids[pick(ids.length)] : undefined });
    });
    return { nodes, factors, folded: ids.filter(() => pick(5) === 0) };
  });
