import { at } from '../../src/core/stats/at.ts';
import { Random } from '../../src/core/stats/random.ts';

/** Months before the plan, and of the plan. */
export const BEHIND = 36;
export const AHEAD = 12;
const MONTHS = BEHIND + AHEAD;

/** What a shape of plan needs to know of its made past and future: one number per month, and the weight of each rate's month. */
export interface MadeSeries {
  readonly values: readonly number[];
  readonly weights?: readonly number[];
}

export interface MadeShape {
  readonly name: string;
  readonly goal: string;
  /** `revenue: { equals: … }` and the others, with TARGET in the goal's place. */
  readonly yaml: string;
  readonly make: (random: Random) => Readonly<Record<string, MadeSeries>>;
  /** How the goal's months become its value over months of the plan. */
  readonly total: 'sum' | 'ratio' | 'last';
}

/** A company whose levels wander, with a season and noise of its own, that a shock in common hits now and then. */
function level(random: Random, { from, wander, noise, season }: Course, shocks: readonly number[]): readonly number[] {
  const drift = (random.uniform() - 0.4) * 0.015;
  const phase = random.integer(12);
  const strength = season * random.uniform();
  const exposure = random.uniform();
  let now = Math.log(from);
  return shocks.map((shock, month) => {
    now += drift + wander * random.normal() + exposure * shock;
    return Math.exp(now + strength * Math.sin((2 * Math.PI * (month + phase)) / 12) + noise * random.normal());
  });
}

interface Course {
  readonly from: number;
  readonly wander: number;
  readonly noise: number;
  readonly season: number;
}

function shocksOf(random: Random): readonly number[] {
  return Array.from({ length: MONTHS }, () => 0.03 * random.normal());
}

/** A count around a mean: Knuth's product for small means, the normal beyond. */
function poisson(random: Random, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const limit = Math.exp(-mean);
  let [count, product] = [0, random.uniform()];
  while (product > limit) {
    count += 1;
    product *= random.uniform();
  }
  return count;
}

function binomial(random: Random, n: number, p: number): number {
  if (n * p * (1 - p) > 60) return Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(n * p * (1 - p)) * random.normal())));
  let count = 0;
  for (let i = 0; i < n; i++) if (random.uniform() < p) count += 1;
  return count;
}

function ratios(above: readonly number[], below: readonly number[]): MadeSeries {
  return { values: above.map((value, i) => (at(below, i) > 0 ? value / at(below, i) : Number.NaN)), weights: below };
}

const steady = { wander: 0.03, noise: 0.06, season: 0.2 };

/** Plans as companies write them: a shop, sales with delays and few deals, channels, few deals by themselves, rates, a stock. */
export const SHAPES: readonly MadeShape[] = [
  {
    name: 'shop: visits × conversion × order value',
    goal: 'revenue',
    yaml: `goals:
  revenue: { target: TARGET, equals: orders * aov, unit: JPY }
kpis:
  orders: { equals: visits * rate, unit: count of order }
  visits: { target: 1000 per month, unit: count of visit }
  rate: { target: 3%, unit: ratio }
  aov: { target: 10000円, unit: JPY per order }`,
    total: 'sum',
    make: random => {
      const shocks = shocksOf(random);
      const visits = level(random, { from: 8_000, ...steady }, shocks).map(mean => poisson(random, mean));
      const chance = level(random, { from: 0.025, wander: 0.03, noise: 0.04, season: 0.1 }, shocks);
      const aov = level(random, { from: 9_000, wander: 0.01, noise: 0.03, season: 0.05 }, shocks);
      const orders = visits.map((count, i) => binomial(random, count, Math.min(1, at(chance, i))));
      const revenue = orders.map((count, i) => count * at(aov, i));
      return {
        visits: { values: visits },
        rate: ratios(orders, visits),
        orders: { values: orders },
        aov: ratios(revenue, orders),
        revenue: { values: revenue },
      };
    },
  },
  {
    name: 'sales: leads → deals two months later, about five a month',
    goal: 'revenue',
    yaml: `goals:
  revenue: { target: TARGET, equals: deals * price, unit: JPY }
kpis:
  deals: { equals: leads * win-rate, lag: 2 months, unit: count of deal }
  leads: { target: 50 per month, unit: count of lead }
  win-rate: { target: 10%, unit: ratio }
  price: { target: 100万円, unit: JPY per deal }`,
    total: 'sum',
    make: random => {
      const shocks = shocksOf(random);
      const leads = level(random, { from: 45, ...steady }, shocks).map(mean => poisson(random, mean));
      const chance = level(random, { from: 0.12, wander: 0.03, noise: 0, season: 0 }, shocks);
      const deals = leads.map((_, i) => binomial(random, at(leads, Math.max(0, i - 2)), Math.min(1, at(chance, i))));
      const revenue = deals.map(count => amounts(random, count, 1_000_000));
      return {
        leads: { values: leads },
        'win-rate': ratios(deals, leads),
        deals: { values: deals },
        price: ratios(revenue, deals),
        revenue: { values: revenue },
      };
    },
  },
  {
    name: 'channels: five that add up',
    goal: 'leads',
    yaml: `goals:
  leads: { target: TARGET, equals: a + b + c + d + e, unit: count of lead }
kpis:
  a: { target: 1 per month, unit: count of lead }
  b: { target: 1 per month, unit: count of lead }
  c: { target: 1 per month, unit: count of lead }
  d: { target: 1 per month, unit: count of lead }
  e: { target: 1 per month, unit: count of lead }`,
    total: 'sum',
    make: random => {
      const shocks = shocksOf(random).map(shock => 2 * shock);
      const made = ['a', 'b', 'c', 'd', 'e'].map((id, k) => {
        const values = level(random, { from: 15 * 2 ** k, ...steady }, shocks).map(mean => poisson(random, mean));
        return [id, { values }] as const;
      });
      const leads = shocks.map((_, i) => made.reduce((sum, [, { values }]) => sum + at(values, i), 0));
      return { ...Object.fromEntries(made), leads: { values: leads } };
    },
  },
  {
    name: 'few deals: about five a month, counted',
    goal: 'deals',
    yaml: `goals:
  deals: { target: TARGET, unit: count of deal }`,
    total: 'sum',
    make: random => {
      const mean = level(random, { from: 5, wander: 0.03, noise: 0, season: 0.2 }, shocksOf(random));
      return { deals: { values: mean.map(each => poisson(random, each)) } };
    },
  },
  {
    name: 'a rate by itself, of months that differ threefold',
    goal: 'rate',
    yaml: `goals:
  rate: { target: TARGET, unit: ratio }`,
    total: 'ratio',
    make: random => {
      const shocks = shocksOf(random);
      const visits = level(random, { from: 400, wander: 0.03, noise: 0.1, season: 0.9 }, shocks).map(each =>
        poisson(random, each),
      );
      const chance = level(random, { from: 0.06, wander: 0.03, noise: 0.03, season: 0.1 }, shocks);
      const orders = visits.map((count, i) => binomial(random, count, Math.min(1, at(chance, i))));
      return { rate: ratios(orders, visits) };
    },
  },
  {
    name: 'a stock: followers at the end',
    goal: 'followers',
    yaml: `goals:
  followers: { target: TARGET, unit: count of follower, aggregation: last }`,
    total: 'last',
    make: random => {
      const gains = level(random, { from: 120, ...steady, noise: 0.2 }, shocksOf(random));
      let now = 3_000;
      return {
        followers: {
          values: gains.map(gain => {
            now += Math.round(gain);
            return now;
          }),
        },
      };
    },
  },
];

/** What a number of deals bring: each its own amount around a mean, the largest about four times the smallest usual one. */
function amounts(random: Random, count: number, mean: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += mean * Math.exp(0.5 * random.normal() - 0.125);
  return Math.round(sum);
}

/** The made company number `seed` of a shape. */
export function madeCompany(shape: MadeShape, seed: number): Readonly<Record<string, MadeSeries>> {
  return shape.make(new Random(seed, 77));
}
