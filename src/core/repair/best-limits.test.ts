import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { exactDecimal } from '../number/rational.ts';
import { checkPlan } from '../plan/check-plan.ts';
import { type BestKnown, bestLimits } from './best-limits.ts';
import { repairPlan } from './repair.ts';

const YAML = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { unit: JPY, aggregation: sum, equals: visitors * cvr * price, target: 2億円 }
kpis:
  visitors: { unit: count, aggregation: sum, target: "= 100,000 per month" }
  cvr: { unit: ratio, aggregation: mean, target: "= 3%" }
  price: { unit: JPY, aggregation: mean, target: "= 5,000円" }
`;

const limitsWith = (known: Readonly<Record<string, BestKnown>>) => {
  const { parsed } = checkPlan({ yaml: YAML }, EMPTY_CATALOGUE);
  return bestLimits(parsed?.plan.nodes ?? new Map(), id => known[id] ?? {});
};

test('[REP-08] the better of own best and benchmark is the limit, benchmarks of totals do not count', () => {
  const limits = limitsWith({
    visitors: { ownBest: 120_000, benchmark: 900_000 },
    cvr: { ownBest: 0.031, benchmark: 0.035 },
    price: { ownBest: 0 },
  });
  const told = [...limits].map(([node, { value, why }]) => [node, exactDecimal(value), why]);
  expect(told).toEqual([
    ['visitors', '120000', 'own-best'],
    ['cvr', '0.035', 'benchmark'],
  ]);
});

test('[REP-08] a repair stays within them; where they do not suffice it says which bind', () => {
  const limits = limitsWith({ visitors: { ownBest: 105_000 }, cvr: { benchmark: 0.031 }, price: { ownBest: 5_100 } });
  const most = 1.05 * (0.031 / 0.03) * 1.02;
  const needed = 200 / 180;
  expect(most).toBeLessThan(needed);
  const answer = repairPlan({ yaml: YAML }, EMPTY_CATALOGUE, { limits });
  if (answer.kind !== 'impossible') throw new Error(answer.kind);
  expect(answer.coverage).toBeCloseTo(most / needed, 9);
  expect(answer.binding.map(({ node, why }) => `${node} ${why}`)).toEqual([
    'visitors own-best',
    'cvr benchmark',
    'price own-best',
  ]);
});
