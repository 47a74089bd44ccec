import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { exactDecimal } from '../number/rational.ts';
import { checkPlan } from './check-plan.ts';

const plan = (price: string, goal: string) => `rashin: 1
plan: demand
period: 2026-04-01/2027-03-31
goals:
  sales: { unit: JPY, aggregation: sum, equals: "shops * price * (50 - slope * price) + other", target: ${goal} }
kpis:
  shops: { unit: count, aggregation: sum, target: "= 10 per month" }
  price: { unit: JPY, aggregation: mean, target: "${price}" }
  slope: { unit: count, aggregation: mean, target: "= 2" }
  other: { unit: JPY, aggregation: sum, target: "= 100 per month" }
`;

const alone = (yaml: string) => {
  const check = checkPlan({ yaml }, EMPTY_CATALOGUE);
  return new Map((check.goals[0]?.alone ?? []).map(each => [each.node, each]));
};

test('[VER-21] beside a price that pulls both ways, drivers that do not are told exactly', () => {
  // The worst price of 4 to 24 is 24: 24 × (50 − 48) = 48 a shop and month; 10 shops and 100 more are 6,960 a year.
  const found = alone(plan('4..24', '12000'));
  expect([...found.keys()].sort()).toEqual(['other', 'shops', 'slope']);
  // (12,000 ÷ 12 − 100) ÷ 48 = 18.75 shops; 1,000 − 480 = 520 from elsewhere.
  expect(exactDecimal(found.get('shops')?.value ?? { numerator: 0n, denominator: 1n })).toBe('18.75');
  expect(exactDecimal(found.get('other')?.value ?? { numerator: 0n, denominator: 1n })).toBe('520');
});

test('[VER-21] a driver whose change makes another case the worst is given only with a value that was judged', () => {
  const slope = alone(plan('4..24', '12000')).get('slope');
  const value = slope && Number(slope.value.numerator) / Number(slope.value.denominator);
  // 10 × p × (50 − s·p) + 100 ≥ 1,000 at both prices: s ≤ 46.25 ÷ 24 at 24, s ≤ 6.875 at 4.
  expect(value).toBeCloseTo(46.25 / 24, 6);
  const written = plan('4..24', '12000').replace('"= 2"', `"= ${(46.25 / 24 - 1e-6).toFixed(8)}"`);
  expect(checkPlan({ yaml: written }, EMPTY_CATALOGUE).goals[0]?.period.verdict).toBe('reaches');
});

test('[VER-21] where no value of a driver suffices in every case, it is left out', () => {
  // At a price of 25 nothing is sold, however many shops there are.
  const found = alone(plan('4..25', '12000'));
  expect(found.has('shops')).toBe(false);
  expect(found.has('other')).toBe(true);
});
