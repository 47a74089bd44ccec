import { expect, test } from 'vitest';
import type { TreeNode } from './tree-nodes.ts';
import { treeOutline } from './tree-outline.ts';

function node(id: string, formula: readonly string[] = []): TreeNode {
  return {
    id,
    role: id === 'goal' ? 'goal' : 'kpi',
    formula: formula.map(word => (/^[a-z]/.test(word) ? { kind: 'part', id: word } : { kind: 'sign', text: word })),
    factor: undefined,
    influences: undefined,
  };
}

const NODES = [
  node('goal', ['won', '×', 'value']),
  node('won', ['meetings', '×', 'rate']),
  node('value', ['meetings', '÷', 'rate']),
  node('meetings'),
  node('rate'),
  node('speed'),
];

test('[TRE-07] the tree as lines: parts below what they explain, with their signs; shared nodes once', () => {
  expect(treeOutline(NODES, new Set()).map(({ id, kind, depth, sign }) => `${'-'.repeat(depth)}${sign}${id} ${kind}`)).toEqual([
    'goal goal',
    '-won card',
    '--meetings card',
    '--×rate card',
    '-×value card',
    '--meetings reference',
    '--÷rate reference',
    'speed influence',
  ]);
});

test('[TRE-07] folded parts are left out', () => {
  expect(treeOutline(NODES, new Set(['goal'])).map(({ id, folded }) => [id, folded])).toEqual([
    ['goal', true],
    ['speed', false],
  ]);
});
