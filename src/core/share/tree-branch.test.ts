import { expect, test } from 'vitest';
import { treeBranch } from './tree-branch.ts';
import type { TreeNode } from './tree-nodes.ts';

function node(id: string, parts: readonly string[] = [], influences?: string): TreeNode {
  return {
    id,
    role: id === 'goal' ? 'goal' : 'kpi',
    formula: parts.map(part => ({ kind: 'part', id: part })),
    factor: undefined,
    influences,
  };
}

const NODES = [
  node('goal', ['won', 'value']),
  node('won', ['meetings', 'rate']),
  node('value'),
  node('meetings'),
  node('rate'),
  node('speed', [], 'rate'),
  node('mood', [], 'value'),
];

test('[TRE-08] a branch is a node, what it is made of, and what influences that', () => {
  expect(treeBranch(NODES, 'won').map(({ id, role }) => `${id} ${role}`)).toEqual([
    'won goal',
    'meetings kpi',
    'rate kpi',
    'speed kpi',
  ]);
});

test('[TRE-08] the branch of a goal is what it is made of; of nothing, everything', () => {
  expect(treeBranch(NODES, 'goal')).toHaveLength(NODES.length);
  expect(treeBranch(NODES, 'gone')).toEqual(NODES);
});
