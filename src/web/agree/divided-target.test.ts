import { expect, test } from 'vitest';
import { planViewOf } from '#contract/plan-view-of.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { testCatalogue } from '#test/contract/api-fixture.ts';
import { editPlan } from '../plan/edit-plan.ts';
import { divideTarget, isDivisible } from './divided-target.ts';

const YAML = `rashin: 1
plan: leads
name: Leads
period: 2026-04-01/2027-03-31
goals:
  wins: { unit: count of deal, target: 120 by 2027-03-31, equals: leads * win-rate }
kpis:
  leads:     { unit: count of lead, target: 200 per month, owner: marketing/tanaka }   # the top
  win-rate:  { unit: ratio of deal over lead, target: 5% }
`;
const SHEET = 'node,kind,2026-04,2026-05\nleads,target,201,100\n';

function viewOf(yaml: string, sheet: string) {
  const { parsed, goals } = checkPlan({ yaml, sheet }, testCatalogue());
  if (!parsed) throw new Error('not a plan');
  return { view: planViewOf(parsed, testCatalogue()), goals };
}

test('[AGR-09] parts become KPIs, the divided one their sum; target, months and verdict stay the same', () => {
  const before = viewOf(YAML, SHEET);
  const leads = before.view.nodes.find(({ id }) => id === 'leads');
  const rate = before.view.nodes.find(({ id }) => id === 'win-rate');
  if (!leads || !rate) throw new Error('no leads');
  expect([isDivisible(leads), isDivisible(rate)]).toEqual([true, false]);
  const parts = [
    { name: '東京', weight: '2' },
    { name: '大阪', weight: '1' },
  ];
  const edit = divideTarget(leads, parts, new Set(['leads', 'leads-2']), ['2026-04', '2026-05']);
  const texts = edit && editPlan({ yaml: YAML, sheet: SHEET }, edit);
  if (!texts) throw new Error('not divided');
  const after = viewOf(texts.yaml, texts.sheet);
  const found = after.view.nodes.filter(({ id }) => id.startsWith('leads'));
  expect(
    found.map(({ id, name, target, months, equals }) => [id, name.ja, target?.value, target?.per, months, equals?.text]),
  ).toEqual([
    ['leads', leads.name.ja, '200', 'month', { '2026-04': '201', '2026-05': '100' }, 'leads-1 + leads-2a'],
    ['leads-1', '東京', '133', 'month', { '2026-04': '134', '2026-05': '67' }, undefined],
    ['leads-2a', '大阪', '67', 'month', { '2026-04': '67', '2026-05': '33' }, undefined],
  ]);
  expect(texts.yaml).toContain('# the top');
  expect(after.goals.map(({ period }) => period)).toEqual(before.goals.map(({ period }) => period));
});
