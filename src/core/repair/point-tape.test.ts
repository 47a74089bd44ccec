import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { toNumber } from '../number/rational.ts';
import { checkPlan } from '../plan/check-plan.ts';
import { wantedOf } from '../plan/counted-months.ts';
import { judgedGoal } from '../plan/verdict.ts';
import { DriverResponse } from './driver-response.ts';

/** Sums, products, quotients, shares, least and most, delays, a month of its own. */
const PLAN = {
  yaml: `rashin: 1
plan: all-kinds
period: 2026-04-01/2027-03-31
goals:
  profit: { unit: count, aggregation: sum, equals: sold * price_factor - cost + shared, target: 99999999 }
kpis:
  sold: { unit: count, aggregation: sum, equals: "min(leads * rate, capacity) + max(a, b)", lag: 45 days }
  shared: { unit: count, aggregation: sum, equals: leads * part }
  part: { unit: ratio, aggregation: mean, limit: none, equals: a / (a + b) }
  cost: { unit: count, aggregation: sum, equals: leads / spread }
  leads: { unit: count, aggregation: sum, target: "= 700 per month" }
  rate: { unit: ratio, aggregation: mean, target: "= 40%" }
  capacity: { unit: count, aggregation: sum, target: "= 250 per month" }
  a: { unit: count, aggregation: sum, target: "= 31 per month" }
  b: { unit: count, aggregation: sum, target: "= 40 per month" }
  price_factor: { unit: count, aggregation: mean, target: "= 3" }
  spread: { unit: count, aggregation: mean, target: "= 4" }
`,
  sheet: 'node,kind,2026-04,2026-05\nb,target,20,\n',
};

function response() {
  const { arithmetic, parsed, problems } = checkPlan(PLAN, EMPTY_CATALOGUE);
  const goal = parsed?.plan.nodes.get('profit');
  if (!goal || !arithmetic) throw new Error(problems.map(({ code }) => code).join());
  const { worst } = judgedGoal(goal, wantedOf(goal, arithmetic), arithmetic.lagged, arithmetic);
  if (!worst) throw new Error('no case');
  return { of: new DriverResponse(goal, arithmetic, worst), value: toNumber(worst.value) };
}

test('[REP-07] unchanged drivers give the worst case itself', () => {
  const { of, value } = response();
  expect(of.at(new Float64Array(of.drivers.length))).toBeCloseTo(value, 6);
});

test('[REP-07] slopes are what small changes of single drivers show', () => {
  const { of } = response();
  const { slopes } = of.respond(new Float64Array(of.drivers.length));
  expect(of.drivers).toHaveLength(7);
  for (const [driver] of of.drivers.entries()) {
    const moved = (size: number) => of.at(Float64Array.from(of.drivers, (_, i) => (i === driver ? size : 0)));
    const seen = (moved(1e-5) - moved(-1e-5)) / 2e-5;
    expect(slopes[driver], of.drivers[driver]).toBeCloseTo(seen, 3);
  }
});

test('[REP-07] after one driver only what depends on it is calculated again, with the same result', () => {
  const { of } = response();
  const { of: other } = response();
  const changes = new Float64Array(of.drivers.length);
  for (let step = 0; step < 40; step++) {
    changes[step % changes.length] = ((step * 7) % 5) / 10 - 0.2;
    const whole = other.at(changes.map(change => change));
    expect(of.at(changes.slice())).toBe(whole);
    // Everything moved away and back again at once.
    other.at(new Float64Array(changes.length).fill(0.9));
  }
});
