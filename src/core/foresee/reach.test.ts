import { expect, test } from 'vitest';
import { parseDay } from '../calendar/day.ts';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { prepareArithmetic } from '../plan/arithmetic.ts';
import { parsePlan } from '../plan/build-plan.ts';
import { landingOf } from './landing.ts';
import { Simulation } from './simulation.ts';

const PLAN = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { target: 10億円 by 2027-03-31, equals: visitors * cvr * aov * (1 + repeat), unit: JPY }
kpis:
  visitors: { target: 100000 per month, unit: count of visitor }
  cvr: { target: 3%, unit: ratio }
  aov: { target: 5000円, unit: JPY per order }
  repeat: { target: 0, unit: multiple }
`;

test('[DES-40] 100,000 visitors, 3 %, 5,000 yen and no repeat give 1.8億; one billion takes 555,556 visitors a month', () => {
  const goal = landingAt('2026-03-31');
  expect(goal?.landing?.p50).toBeCloseTo(180_000_000, 3);
  expect(goal?.probability).toBe(0);
  const needed = new Map(goal?.reach.map(({ leaf, needed: value }) => [leaf, value]));
  expect(Math.ceil(Math.round((needed.get('visitors') ?? 0) * 1_000) / 1_000)).toBe(555_556);
  expect(needed.get('cvr')).toBeCloseTo(1 / 6, 6);
  expect(needed.get('aov')).toBeCloseTo(27_777.78, 1);
  // A driver that stands at nothing has no factor that makes something of it.
  expect(needed.has('repeat')).toBe(false);
});

function landingAt(to: string) {
  const parsed = parsePlan({ yaml: PLAN }, EMPTY_CATALOGUE);
  const day = parseDay(to);
  if (!parsed.ok || !day) throw new Error(JSON.stringify(parsed));
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) throw new Error('a circle');
  const input = { arithmetic: prepared.arithmetic, to: day, history: new Map(), effects: [], draws: 100, seed: 1 };
  return landingOf(new Simulation(input).finished()).nodes.find(({ node }) => node === 'sales');
}
