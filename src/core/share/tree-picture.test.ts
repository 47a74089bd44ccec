import fc from 'fast-check';
import { expect, test } from 'vitest';
import { treeLayout } from './tree-layout.ts';
import type { TreeNode } from './tree-nodes.ts';
import { type PictureCard, treePicture } from './tree-picture.ts';

const NODES: readonly TreeNode[] = [
  {
    id: 'goal',
    role: 'goal',
    formula: [
      { kind: 'part', id: 'orders' },
      { kind: 'sign', text: '×' },
      { kind: 'part', id: 'price' },
    ],
    factor: undefined,
    influences: undefined,
  },
  { id: 'orders', role: 'kpi', formula: [], factor: 'buyers', influences: undefined },
  { id: 'price', role: 'kpi', formula: [], factor: undefined, influences: undefined },
  { id: 'speed', role: 'kpi', formula: [], factor: undefined, influences: 'orders' },
];

function card(name: string, more: Partial<PictureCard> = {}): PictureCard {
  return { name, amount: '100件', rest: '/月', foot: '佐藤 大輔', facts: [], ...more };
}

function picture(cardOf: (node: string) => PictureCard | undefined, because = '買う人がいなければ売上はない'): string {
  return treePicture({
    layout: treeLayout(NODES, ['buyers'], new Set()),
    title: '年間計画',
    subtitle: '2026年4月〜2027年3月',
    elsewhere: () => '別の場所に表示',
    cardOf,
    bandOf: () => ({ name: '買う人を増やす', because }),
  });
}

test('[TRE-09] every card, sign, factor and its reason stand in the picture', () => {
  const svg = picture(id =>
    card(id, id === 'goal' ? { facts: [{ label: '目標', value: '3億円' }] } : { state: { word: '不足', tone: 'bad' } }),
  );
  for (const text of ['年間計画', 'goal', 'orders', 'price', 'speed', '3億円', '100件', '×', '買う人を増やす', '■ 不足'])
    expect(svg).toContain(`>${text}<`);
  expect(svg).toContain('stroke-dasharray');
  expect(svg).toContain("'Noto Sans JP'");
  expect(svg).toMatch(/font-family="[^"]*sans-serif"/);
});

test('[TRE-09] nothing in it comes from elsewhere, and no text can become markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }), (name, because) => {
      const evil = `<script>&"'${name}`;
      const svg = picture(() => card(evil), `${because}<a href="x">`);
      expect(svg).not.toMatch(/<(?:script|a|image|style|foreignObject)\b/);
      expect(svg.match(/</g)?.length).toBe(svg.match(/>/g)?.length);
      expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
    }),
    { seed: 4_711, numRuns: 200 },
  );
});

test('[TRE-09] what is too long ends in an ellipsis and stands in full as its title', () => {
  const long = 'とても長い名前の指標がカードからはみ出さないこと';
  const svg = picture(() => card(long));
  expect(svg).toContain(`<title>${long}</title>`);
  expect(svg).toContain('…');
});

test('[TRE-09] the same tree gives the same bytes', () => {
  expect(picture(id => card(id))).toBe(picture(id => card(id)));
});
