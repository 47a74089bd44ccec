import type { Day } from '../../src/core/calendar/day.ts';
import { addDays, parseDay } from '../../src/core/calendar/day.ts';
import type { NodeHistory } from '../../src/core/foresee/foresight.ts';
import { landingOf } from '../../src/core/foresee/landing.ts';
import { Simulation } from '../../src/core/foresee/simulation.ts';
import { EMPTY_CATALOGUE } from '../../src/core/metric/catalogue.ts';
import { type Arithmetic, prepareArithmetic } from '../../src/core/plan/arithmetic.ts';
import { parsePlan } from '../../src/core/plan/build-plan.ts';
import { at } from '../../src/core/stats/at.ts';
import { Random } from '../../src/core/stats/random.ts';
import { AHEAD, BEHIND, type MadeSeries, type MadeShape, madeCompany } from './made-company.ts';

/** One landing made at a past day, and what happened then. */
export interface PastLanding {
  readonly shape: string;
  /** Months of the plan that were over. */
  readonly over: number;
  readonly probability: number;
  readonly met: boolean;
  /** The value lay between P10 and P90. */
  readonly inside: boolean;
  readonly below: boolean;
  /** Width of that band ÷ the value, of what was still to come. */
  readonly width: number;
}

/** Months of the plan that are over when a landing is made. */
const OVER = [2, 5, 8];
const DRAWS = 1_000;

/** Landings of made companies at past days, from nothing but what was known then. */
export function landingBackTest(shapes: readonly MadeShape[], companies: number, firstSeed: number): readonly PastLanding[] {
  return shapes.flatMap(shape =>
    Array.from({ length: companies }, (_, i) => firstSeed + i).flatMap(seed => pastLandings(shape, seed)),
  );
}

function pastLandings(shape: MadeShape, seed: number): readonly PastLanding[] {
  const made = madeCompany(shape, seed);
  const goal = made[shape.goal];
  if (!goal) throw new Error(`${shape.name}: no ${shape.goal}`);
  const random = new Random(seed, 78);
  const actual = totalOf(goal, BEHIND, shape.total);
  const before = shape.total === 'last' ? at(goal.values, BEHIND - 1) : totalOf(goal, BEHIND - AHEAD, shape.total);
  // Wanted: more than the year before, or less, as if nobody knew.
  const target = shape.total === 'last' ? before * (1.12 + 0.16 * random.uniform()) : before * (0.8 + 0.5 * random.uniform());
  const arithmetic = planOf(shape, target);
  const months = [0, 12, 24][random.integer(3)] ?? 0;
  return OVER.map(over => {
    const landing = landingOf(
      new Simulation({
        arithmetic,
        to: lastDay(over),
        history: new Map(Object.entries(made).map(([id, series]) => [id, historyOf(series, BEHIND + over, months)])),
        effects: [],
        draws: DRAWS,
        seed,
      }).finished(),
    );
    const found = landing.nodes.find(({ node }) => node === shape.goal);
    if (!found?.landing || found.probability === null) throw new Error(`${shape.name} ${seed}: no landing`);
    const { p10, p90 } = found.landing;
    return {
      shape: shape.name,
      over,
      probability: found.probability,
      met: actual >= (found.wanted.low ?? 0),
      inside: actual >= p10 && actual <= p90,
      below: actual < p10,
      width: (p90 - p10) / actual,
    };
  });
}

function totalOf({ values, weights }: MadeSeries, from: number, total: MadeShape['total']): number {
  const part = values.slice(from, from + AHEAD);
  if (total === 'last') return at(part, part.length - 1);
  if (total === 'sum') return part.reduce((sum, value) => sum + value, 0);
  const own = (weights ?? []).slice(from, from + AHEAD);
  const below = own.reduce((sum, weight) => sum + weight, 0);
  return part.reduce((sum, value, i) => sum + (Number.isNaN(value) ? 0 : value * at(own, i)), 0) / below;
}

function historyOf({ values, weights }: MadeSeries, until: number, unknown: number): NodeHistory {
  const known = (value: number, i: number) => (i < unknown || Number.isNaN(value) ? null : value);
  return {
    closed: values.slice(0, until).map(known),
    running: null,
    profile: { kind: 'calendar-days' },
    ...(weights ? { weights: { closed: weights.slice(0, until).map(known), running: null } } : {}),
  };
}

function planOf({ yaml, name }: MadeShape, target: number): Arithmetic {
  const text = `rashin: 1\nplan: made\nperiod: 2026-04-01/2027-03-31\n${yaml.replace('TARGET', target < 1 ? target.toFixed(5) : `${Math.round(target)} by 2027-03-31`)}\n`;
  const parsed = parsePlan({ yaml: text }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) throw new Error(`${name}: formulas run in a circle`);
  return prepared.arithmetic;
}

function lastDay(over: number): Day {
  const first = parseDay(`${over > 8 ? 2027 : 2026}-${String(((3 + over) % 12) + 1).padStart(2, '0')}-01`);
  if (!first) throw new Error(`no month ${over}`);
  return addDays(first, -1);
}
