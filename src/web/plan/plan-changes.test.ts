import { expect, test } from 'vitest';
import type { PlanView } from '#contract/plan-view.ts';
import { planViewOf } from '#contract/plan-view-of.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { planChanges } from './plan-changes.ts';

const YAML = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { name: 売上, target: 1億円 by 2027-03-31, unit: JPY, equals: orders * aov }
kpis:
  orders: { name: 注文数, target: 800 per month, unit: count of order, owner: ec/abe }
  aov: { name: 客単価, target: 10000円, unit: JPY per order }
`;
const SHEET = 'node,kind,medium,2026-04,2026-05\n,budget,検索広告,100,100\n';

function view(yaml: string, sheet = ''): PlanView {
  const parsed = parsePlan({ yaml, sheet }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return planViewOf(parsed.value, EMPTY_CATALOGUE);
}

function said(after: string, sheets: readonly [string, string] = ['', '']): readonly string[] {
  const words = (text: { readonly ja: string } | string) => (typeof text === 'string' ? text : text.ja);
  return planChanges(view(YAML, sheets[0]), view(after, sheets[1])).map(
    ({ subject, field, month, before, after: now }) =>
      `${subject?.ja ?? '計画'} ${field}${month ? ` ${month}` : ''}: ${words(before)} → ${words(now)}`,
  );
}

test('[SCR-40] the same plan has no changes', () => {
  expect(said(YAML)).toEqual([]);
});

test('[SCR-40] targets, owners and names are told one by one', () => {
  expect(
    said(YAML.replace('800 per month', '850 per month').replace(', owner: ec/abe', '').replace('客単価', '平均注文額')),
  ).toEqual(['注文数 target: 800 per month → 850 per month', '注文数 owner: ec/abe → ', '平均注文額 name: 客単価 → 平均注文額']);
});

test('[SCR-40] nodes come and go, months and money change', () => {
  const swapped = YAML.replace('equals: orders * aov', 'equals: orders * basket').replace(
    '  aov: { name: 客単価',
    '  basket: { name: かご',
  );
  expect(said(swapped)).toEqual([
    '売上 formula: orders * aov → orders * basket',
    'かご added:  → かご',
    '客単価 removed: 客単価 → ',
  ]);
  expect(said(YAML, [SHEET, SHEET.replace(',100,100', ',100,120')])).toEqual(['検索広告 budget 2026-05: 100 → 120']);
});
