import { expect, test } from 'vitest';
import { parseDay } from '../calendar/day.ts';
import { doubleAlgebra } from '../formula/double-algebra.ts';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { type Arithmetic, prepareArithmetic } from '../plan/arithmetic.ts';
import { parsePlan } from '../plan/build-plan.ts';
import { evaluate } from '../plan/evaluate.ts';
import type { NodeId } from '../plan/plan.ts';
import { Random } from '../stats/random.ts';
import type { ForesightInput, NodeHistory } from './foresight.ts';
import { LOOK_BACK } from './history-months.ts';
import { heavyTail } from './joint-normals.ts';
import { landingOf } from './landing.ts';
import { Simulation } from './simulation.ts';
import { BEFORE } from './simulation-sheet.ts';

const YAML = `rashin: 1
plan: sales
period: 2026-04-01/2027-03-31
goals:
  revenue: { target: 900000000 by 2027-03-31, equals: deals * price, unit: JPY }
kpis:
  deals: { equals: leads * win-rate, lag: 45 days, unit: count of deal }
  leads: { target: 500 per month, unit: count of lead }
  win-rate: { target: 10%, unit: ratio }
  price: { target: 100万円, unit: JPY per deal }
`;

const OVER = 5;
const TO = dayOf('2026-08-31');
const SEED = 20261121;
const CLOSED = LOOK_BACK + OVER;

test('[LND-20] draws are those of a plain loop over the formulas with the same random numbers', () => {
  const simulation = new Simulation(inputOf(noisy())).finished();
  const { paths, leaves, joint, cut, months } = simulation;
  expect([...leaves].sort()).toEqual(['leads', 'price', 'win-rate']);
  const random = new Random(SEED);
  const ahead = months.ahead.length;
  for (let draw = 0; draw < 300; draw++) {
    const normals = Array.from({ length: ahead }, () => {
      const row = new Float64Array(leaves.length);
      joint.draw(random, row);
      return row;
    });
    const drawn = new Map<NodeId, Float64Array>();
    for (const [i, leaf] of leaves.entries()) {
      const path = paths.get(leaf);
      if (!path) throw new Error(leaf);
      const values = new Float64Array(ahead);
      path.draw(
        normals.map(row => row[i] ?? Number.NaN),
        heavyTail(random, path.degrees),
        values,
      );
      drawn.set(leaf, values);
    }
    const slow = evaluate(cut.program, BEFORE + 12, doubleAlgebra, {
      leaf: (node, month) => {
        const place = month + LOOK_BACK - BEFORE;
        return (place < CLOSED ? noisy().get(node)?.closed[place] : drawn.get(node)?.[place - CLOSED]) ?? Number.NaN;
      },
      before: () => Number.NaN,
      pipeline: () => undefined,
      arriving: () => undefined,
    });
    let sum = 0;
    for (let month = BEFORE; month < BEFORE + 12; month++) sum += slow.value('revenue', month);
    expect((simulation.plain.landings.get('revenue')?.[draw] ?? 0) / sum).toBeCloseTo(1, 12);
  }
});

test('[LND-20] without uncertainty the landing is the calculation itself and the probability is 0 or 1', () => {
  // February 2024 has a day more, and as many leads a day.
  const steady = histories((node, month) => (node === 'leads' && month === 10 ? 29 / 28 : 1));
  const landing = landingOf(new Simulation({ ...inputOf(steady), draws: 200 }).finished());
  const goal = landing.nodes.find(({ node }) => node === 'revenue');
  const exact = 12 * 500 * 0.1 * 1_000_000;
  expect(goal?.landing?.p10 ?? 0).toBeCloseTo(exact, 0);
  expect(goal?.landing?.p90 ?? 0).toBeCloseTo(exact, 0);
  expect(goal?.probability).toBe(0);
});

test('[LND-04] what went together in the past goes together in the draws', () => {
  const together = histories((_, month) => Math.exp(0.2 * wave(month)));
  const correlation = (of: ReadonlyMap<NodeId, NodeHistory>) => {
    const simulation = new Simulation({ ...inputOf(of), draws: 4_000 }).finished();
    const [i, j] = ['leads', 'price'].map(node => simulation.leaves.indexOf(node));
    const scores = [i, j].map(k => simulation.scores[k ?? -1] ?? new Float64Array());
    return { drawn: pearson(scores), meant: simulation.joint.correlation(i ?? 0, j ?? 0) };
  };
  const same = correlation(together);
  expect(same.meant).toBeGreaterThan(0.5);
  expect(same.drawn).toBeGreaterThan(same.meant - 0.15);
  const apart = correlation(histories((node, month) => Math.exp(0.2 * wave(node === 'price' ? 7 * month + 3 : month))));
  expect(Math.abs(apart.drawn - apart.meant)).toBeLessThan(0.15);
  expect(apart.meant).toBeLessThan(same.meant - 0.3);
});

test('[LND-20] the same seed gives the same outcomes whatever lies between the steps; another seed gives others', () => {
  const input = { ...inputOf(noisy()), draws: 500 };
  const whole = new Simulation(input).finished().plain.landings.get('revenue');
  const stepped = new Simulation(input);
  while (stepped.step()) new Random(1).normal();
  expect(stepped.plain.landings.get('revenue')).toEqual(whole);
  expect(new Simulation({ ...input, seed: 2 }).finished().plain.landings.get('revenue')).not.toEqual(whole);
});

function inputOf(history: ReadonlyMap<NodeId, NodeHistory>): ForesightInput {
  return { arithmetic: arithmetic(), to: TO, history, effects: [], draws: 300, seed: SEED };
}

const MIDDLES = { leads: 500, 'win-rate': 0.1, price: 1_000_000 } as const;

/** Five months of the plan and the three years before. */
function histories(factor: (node: string, month: number) => number): ReadonlyMap<NodeId, NodeHistory> {
  return new Map(
    Object.entries(MIDDLES).map(([node, middle]) => {
      const closed = Array.from({ length: CLOSED }, (_, month) => middle * factor(node, month));
      return [node, { closed, running: null, profile: { kind: 'weights', month: EVEN } } as const];
    }),
  );
}

/** Every month is worth the same, whatever its days. */
const EVEN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(days => 1 / days);

function noisy(): ReadonlyMap<NodeId, NodeHistory> {
  return histories((node, month) => Math.exp(0.15 * wave(month * (node.length + 1))));
}

/** Noise that repeats. */
function wave(place: number): number {
  return Math.sin(12.9898 * place + 1) + Math.cos(78.233 * place);
}

function pearson([a = new Float64Array(), b = new Float64Array()]: readonly Float64Array[]): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: Float64Array, mx: number, y: Float64Array, my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

function arithmetic(): Arithmetic {
  const parsed = parsePlan({ yaml: YAML }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) throw new Error('a circle');
  return prepared.arithmetic;
}

function dayOf(text: string) {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}
