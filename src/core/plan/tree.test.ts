import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { parsePlan } from './build-plan.ts';
import type { Plan } from './plan.ts';
import { parentOf, pathToGoal } from './tree.ts';

const YAML = `
rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  revenue: { target: 1.2億円, equals: orders * aov }
factors:
  trust: { supports: revenue, because: Nobody buys from strangers }
kpis:
  orders: { equals: visits * rate }
  visits: { target: 1000 per month, unit: count of visit }
  rate: { target: 3%, unit: ratio }
  aov: { target: 10000円, unit: JPY per order }
  reviews: { target: 50 per month, unit: count of review, under: trust }
  photos: { target: 9 per month, unit: count of photo, supports: [{ to: rate, because: People look before they buy }] }
  stars: { target: 4, unit: score 1..5, under: reviews }
  idle: { target: 1, unit: count of thing, watch: true }
`;

test('[PLN-41] a node hangs where it says, else in the first formula that uses it, else where it has an influence', () => {
  const plan = shop();
  const parent = (id: string) => {
    const node = plan.nodes.get(id);
    return node && parentOf(node, plan);
  };
  expect(parent('revenue')).toBeUndefined();
  expect(parent('visits')).toEqual({ id: 'orders', by: 'formula' });
  expect(parent('reviews')).toEqual({ id: 'trust', by: 'factor' });
  expect(parent('stars')).toEqual({ id: 'reviews', by: 'place' });
  expect(parent('photos')).toEqual({ id: 'rate', by: 'influence' });
  expect(parent('idle')).toBeUndefined();
});

test('[PLN-42] the way to the goal goes by formulas where they lead there, else by what is stated', () => {
  const plan = shop();
  const way = (id: string) => pathToGoal(id, plan).map(({ to, by, factor }) => [to, by, ...(factor ? [factor] : [])].join(' '));
  expect(way('visits')).toEqual(['orders formula', 'revenue formula']);
  expect(way('photos')).toEqual(['rate influence', 'orders formula', 'revenue formula']);
  expect(way('stars')).toEqual(['reviews place', 'revenue factor trust']);
  expect(way('revenue')).toEqual([]);
  expect(way('idle')).toEqual([]);
});

function shop(): Plan {
  const parsed = parsePlan({ yaml: YAML }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.plan;
}
