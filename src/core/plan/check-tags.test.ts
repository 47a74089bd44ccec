import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { checkPlan } from './check-plan.ts';

const kpi = (id: string, tags: string) =>
  `  ${id}: { under: reach, unit: count, target: 10 per month, owner: a, tags: { ${tags} } }`;
const plan = (...kpis: readonly string[]) =>
  [
    'rashin: 1',
    'plan: p',
    'period: 2027-04-01/2027-09-30',
    'goals:',
    '  reach: { unit: count, target: 100 by 2027-09-30, owner: a }',
    'kpis:',
    ...kpis,
    '',
  ].join('\n');
const main = (yaml: string) => checkPlan({ yaml }, EMPTY_CATALOGUE).problems.filter(({ code }) => code === 'main-too-many');

test('[TPL-08] [DES-49] a fourth main KPI of one purpose is pointed out where it stands', () => {
  const three = ['a1', 'a2', 'a3'].map(id => kpi(id, 'purpose: lead, main: true'));
  expect(main(plan(...three))).toEqual([]);
  expect(main(plan(...three, kpi('other', 'purpose: sales, main: true'), kpi('more', 'purpose: lead')))).toEqual([]);
  const [found, ...rest] = main(plan(...three, kpi('a4', 'purpose: lead, main: true')));
  expect(rest).toEqual([]);
  expect([found?.severity, found?.at, found?.params]).toEqual([
    'warning',
    ['kpis', 'a4', 'tags'],
    { purpose: 'lead', nodes: ['a1', 'a2', 'a3', 'a4'] },
  ]);
});

test('[TPL-08] tags are a closed set, and stay on the node', () => {
  const wrong = checkPlan({ yaml: plan(kpi('a', 'colour: red')) }, EMPTY_CATALOGUE);
  expect(wrong.problems.map(({ code }) => code)).toContain('unknown-key');
  const { parsed } = checkPlan({ yaml: plan(kpi('a', 'side: client, stage: conversion')) }, EMPTY_CATALOGUE);
  expect(parsed?.plan.nodes.get('a')?.tags).toEqual({ side: 'client', stage: 'conversion' });
});
