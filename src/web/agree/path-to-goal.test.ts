import { expect, test } from 'vitest';
import { planViewOf } from '#contract/plan-view-of.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { pathOf } from './path-to-goal.ts';

const CATALOGUE = { things: new Map(), metrics: new Map() };

test('[SHR-02] whoever answers for finished carts sees how they lead to the year’s sales', () => {
  const parsed = parsePlan(
    {
      yaml: `rashin: 1
plan: shop
name: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { name: 年間売上10億円, unit: JPY, target: 10億円 by 2027-03-31, equals: visits * cvr * price }
factors:
  ease: { supports: sales, because: Easier }
kpis:
  visits: { name: 訪問数, unit: count, target: 10万 per month }
  price: { name: 単価, unit: JPY, target: 5000 }
  cvr: { name: コンバージョン率, unit: ratio, equals: cart-rate * cart-completion-rate }
  cart-rate: { name: カート投入率, unit: ratio, target: 10%, under: ease }
  cart-completion-rate: { name: カート完了率, unit: ratio, target: 30% }
  reviews: { name: レビュー数, unit: count, target: 10, under: ease }
`,
      sheet: '',
    },
    CATALOGUE,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const view = planViewOf(parsed.value, CATALOGUE);
  const path = (id: string) =>
    view.nodes.filter(node => node.id === id).flatMap(node => pathOf(node, view).map(({ name }) => name.ja));
  expect(path('cart-completion-rate')).toEqual(['カート完了率', 'コンバージョン率', '年間売上10億円']);
  expect(path('cart-rate')).toEqual(['カート投入率', 'コンバージョン率', '年間売上10億円']);
  expect(path('reviews')).toEqual(['レビュー数', '年間売上10億円']);
  expect(path('sales')).toEqual(['年間売上10億円']);
});
