import { expect, test } from 'vitest';
import { addDays, addMonths, parseDay } from '../calendar/day.ts';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { prepareArithmetic } from '../plan/arithmetic.ts';
import { parsePlan } from '../plan/build-plan.ts';
import type { NodeId } from '../plan/plan.ts';
import { Random } from '../stats/random.ts';
import type { ForesightInput, NodeHistory } from './foresight.ts';
import { LOOK_BACK } from './history-months.ts';
import { LandingRecords } from './landing-record.ts';

const YAML = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { target: 60000000 by 2027-03-31, equals: visits * rate * price, unit: JPY }
kpis:
  visits: { target: 10000 per month, unit: count }
  rate: { target: 5%, unit: ratio }
  price: { target: 1万円, unit: JPY }
`;

/** Months of the plan that are over, and months before it with data. */
const OVER = 7;
const BEFORE = 20;
const SEED = 20261121;

test('[LND-70] a landing of an earlier month is made from nothing but the months up to then, and held against what came true', () => {
  const histories = made();
  const [record] = new LandingRecords(inputOf(histories)).finished();
  if (!record) throw new Error('no goal');
  expect(record.goal).toBe('sales');
  expect(record.tries).toHaveLength(12);
  const sales = histories.get('sales')?.closed ?? [];
  for (const [i, { to, period, actual, landing }] of record.tries.entries()) {
    // Five months of twelve were ahead, so the latest that is over began five months earlier.
    const back = 12 - OVER + i;
    expect(period).toEqual({ from: addMonths(day('2026-04-01'), -back), to: addDays(addMonths(day('2027-04-01'), -back), -1) });
    expect(to).toBe(addDays(addMonths(period.from, OVER), -1));
    const sum = sales.slice(LOOK_BACK - back, LOOK_BACK - back + 12).reduce<number>((all, value) => all + (value ?? 0), 0);
    expect(actual / sum).toBeCloseTo(1, 9);
    expect(landing.p10).toBeLessThan(landing.p50);
    expect(landing.p50).toBeLessThan(landing.p90);
  }
  expect(record.inside).toBe(record.tries.filter(({ actual, landing: { p10, p90 } }) => actual >= p10 && actual <= p90).length);
  // What happens after a cut-off changes the truth, never the landing that was told.
  const later = made(place => (place >= LOOK_BACK + OVER - 5 ? 3 : 1));
  const [other] = new LandingRecords(inputOf(later)).finished();
  const [told, again] = [record.tries[0], other?.tries[0]];
  expect(again?.landing).toEqual(told?.landing);
  expect((again?.actual ?? 0) / (told?.actual ?? 1)).toBeGreaterThan(1.3);
});

test('[LND-70] nothing is told where too little was known, the goal has gaps, or the plan is over', () => {
  const triesOf = (input: ForesightInput) => new LandingRecords(input).finished()[0]?.tries.length;
  // Before the plan eight months of data: the plan moved back by five to eight months has all of its own.
  expect(triesOf(inputOf(made(() => 1, 8)))).toBe(4);
  expect(triesOf(inputOf(made(() => 1, 2)))).toBe(0);
  const gaps = new Map([...made()].map(([id, known]) => [id, id === 'sales' ? withGap(known) : known]));
  expect(triesOf(inputOf(gaps))).toBe(0);
  expect(triesOf({ ...inputOf(made()), to: day('2027-03-31') })).toBe(0);
});

function inputOf(history: ReadonlyMap<NodeId, NodeHistory>): ForesightInput {
  const parsed = parsePlan({ yaml: YAML }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) throw new Error('circle');
  return { arithmetic: prepared.arithmetic, to: day('2026-10-31'), history, effects: [], seed: SEED };
}

function made(factor: (place: number) => number = () => 1, before = BEFORE): ReadonlyMap<NodeId, NodeHistory> {
  const random = new Random(SEED);
  const middles = { visits: 10_000, rate: 0.05, price: 10_000 };
  const rows = new Map<NodeId, (number | null)[]>(Object.keys(middles).map(id => [id, []]));
  const sales: (number | null)[] = [];
  for (let place = 0; place < LOOK_BACK + OVER; place++) {
    let product = 1;
    for (const [id, middle] of Object.entries(middles)) {
      const value = middle * Math.exp(0.1 * random.normal()) * (id === 'visits' ? factor(place) : 1);
      product *= value;
      rows.get(id)?.push(place < LOOK_BACK - before ? null : value);
    }
    sales.push(place < LOOK_BACK - before ? null : product);
  }
  const historyOf = (closed: readonly (number | null)[]): NodeHistory => ({
    closed,
    running: null,
    profile: { kind: 'calendar-days' },
  });
  return new Map([...rows, ['sales', sales] as const].map(([id, closed]) => [id, historyOf(closed)]));
}

function withGap(known: NodeHistory): NodeHistory {
  return { ...known, closed: known.closed.map((value, place) => (place === LOOK_BACK ? null : value)) };
}

function day(text: string) {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}
