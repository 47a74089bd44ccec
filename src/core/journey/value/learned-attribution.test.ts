import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TouchPath } from '../attribution-question.ts';
import { withCosts } from './channel-cost.ts';
import { type LearnedPaths, learnedPaths } from './learned-paths.ts';
import { modelRanges } from './model-range.ts';
import { removalEffects } from './removal-effect.ts';
import { rateShares, shapleyCredits } from './shapley-credit.ts';

const SEED = 20_261_122;

const randomPaths = fc.array(
  fc.record({
    path: fc.array(fc.constantFrom<string | null>(null, 'ad', 'mail', 'search', 'social'), { minLength: 1, maxLength: 6 }),
    conversions: fc.nat(5),
    value: fc.nat(9_000),
    lost: fc.nat(9),
  }),
  { minLength: 1, maxLength: 12 },
);

function path(text: string, conversions: number, lost = 0, value = conversions * 100): TouchPath {
  return { path: text === '' ? [] : text.split('>'), conversions, value, lost };
}

/** Share of walks that convert, by going many steps; a removed channel loses everybody. */
function convertedByWalking({ paths, channels }: LearnedPaths, removed: number | undefined): number {
  const moves = channels.map(() => new Map<number | 'won' | 'lost', number>());
  const begun = channels.map(() => 0);
  for (const { touches, conversions, lost } of paths) {
    const first = touches[0] ?? 0;
    begun[first] = (begun[first] ?? 0) + conversions + lost;
    for (const [i, touch] of touches.entries()) {
      const row = moves[touch];
      const next = touches[i + 1];
      if (next !== undefined) row?.set(next, (row.get(next) ?? 0) + conversions + lost);
      else {
        row?.set('won', (row.get('won') ?? 0) + conversions);
        row?.set('lost', (row.get('lost') ?? 0) + lost);
      }
    }
  }
  const all = begun.reduce((sum, count) => sum + count, 0);
  let mass = begun.map(count => count / all);
  let won = 0;
  for (let step = 0; step < 3_000; step++) {
    const next = channels.map(() => 0);
    for (const [i, here] of mass.entries()) {
      const row = moves[i];
      if (i === removed || !row || here === 0) continue;
      const leaving = [...row.values()].reduce((sum, count) => sum + count, 0);
      for (const [to, count] of row)
        if (leaving === 0) continue;
        else if (to === 'won') won += (here * count) / leaving;
        else if (to !== 'lost') next[to] = (next[to] ?? 0) + (here * count) / leaving;
    }
    mass = next;
  }
  return won;
}

/** Shapley values by going through all orders. */
function byOrders(n: number, worth: (set: ReadonlySet<number>) => number): number[] {
  const sums = Array.from({ length: n }, () => 0);
  let orders = 0;
  const go = (before: readonly number[]) => {
    if (before.length === n) {
      orders++;
      for (const [i, player] of before.entries())
        sums[player] = (sums[player] ?? 0) + worth(new Set(before.slice(0, i + 1))) - worth(new Set(before.slice(0, i)));
      return;
    }
    for (let player = 0; player < n; player++) if (!before.includes(player)) go([...before, player]);
  };
  go([]);
  return sums.map(sum => sum / orders);
}

test('[VAL-01] worked by hand: search > ad converts 1 of 2, search alone 1 of 2', () => {
  const credits = removalEffects(learnedPaths([path('search>ad', 1, 1), path('search', 1, 1)]));
  expect(credits.map(({ channel, effect }) => [channel, effect])).toEqual([
    ['ad', 0.5],
    ['search', 1],
  ]);
  expect(credits[0]?.conversions).toBeCloseTo(2 / 3, 12);
  expect(credits[1]?.value).toBeCloseTo(400 / 3, 10);
});

test('[VAL-01] removal effects are those of walking without the channel', () => {
  fc.assert(
    fc.property(randomPaths, paths => {
      const learned = learnedPaths(paths);
      const credits = removalEffects(learned);
      if (learned.conversions === 0) {
        expect(credits).toEqual([]);
        return;
      }
      const whole = convertedByWalking(learned, undefined);
      for (const [i, { effect }] of credits.entries()) expect(effect).toBeCloseTo(1 - convertedByWalking(learned, i) / whole, 7);
      expect(credits.reduce((sum, { conversions }) => sum + conversions, 0)).toBeCloseTo(learned.conversions, 8);
      expect(credits.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(learned.value, 5);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('[VAL-02] conversions without touch stand apart, direct visits give way to others', () => {
  const learned = learnedPaths([path('', 3), path('direct>mail', 2), path('direct', 1)], ['direct']);
  expect(learned.untouched).toEqual({ conversions: 3, value: 300 });
  expect(learned.conversions).toBe(3);
  expect(shapleyCredits(learned).map(({ channel, conversions }) => [channel, conversions])).toEqual([
    ['direct', 1],
    ['mail', 2],
  ]);
});

test('[VAL-05] Shapley credits of conversions are those of all orders', () => {
  fc.assert(
    fc.property(randomPaths, paths => {
      const learned = learnedPaths(paths);
      const inside = (set: ReadonlySet<number>, of: 'conversions' | 'value') =>
        learned.paths.reduce((sum, one) => sum + (one.touches.every(touch => set.has(touch)) ? one[of] : 0), 0);
      const credits = shapleyCredits(learned);
      for (const of of ['conversions', 'value'] as const)
        for (const [i, credit] of byOrders(learned.channels.length, set => inside(set, of)).entries())
          expect(credits[i]?.[of]).toBeCloseTo(credit, 6);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('[VAL-06] Shapley parts of the conversion rate are those of all orders and add up to the rate', () => {
  fc.assert(
    fc.property(randomPaths, paths => {
      const learned = learnedPaths(paths);
      const rate = (set: ReadonlySet<number>) => {
        const some = learned.paths.filter(({ touches }) => touches.every(touch => set.has(touch)));
        const won = some.reduce((sum, { conversions }) => sum + conversions, 0);
        const people = some.reduce((sum, { conversions, lost }) => sum + conversions + lost, 0);
        return people > 0 ? won / people : 0;
      };
      const shares = rateShares(learned);
      for (const [i, share] of byOrders(learned.channels.length, rate).entries()) expect(shares?.[i]).toBeCloseTo(share, 10);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('[VAL-06] more than 20 channels are too many sets', () => {
  const many = Array.from({ length: 21 }, (_, i) => path(`c${i}`, 1));
  expect(rateShares(learnedPaths(many))).toBeUndefined();
});

test('[VAL-08] models that differ give a range, and who leads under all of them', () => {
  const credit = (channel: string, conversions: number) => ({ channel, conversions, value: conversions * 10 });
  const ranges = modelRanges([
    [credit('ad', 6), credit('mail', 3)],
    [credit('ad', 5), credit('search', 4)],
  ]);
  expect(ranges).toEqual([
    { channel: 'ad', conversions: { low: 5, high: 6 }, value: { low: 50, high: 60 }, leads: 'always' },
    { channel: 'search', conversions: { low: 0, high: 4 }, value: { low: 0, high: 40 }, leads: 'never' },
    { channel: 'mail', conversions: { low: 0, high: 3 }, value: { low: 0, high: 30 }, leads: 'never' },
  ]);
  expect(modelRanges([])).toEqual([]);
});

test('[VAL-09] CPA and ROAS follow the credit; nothing credited has no CPA, no cost no ROAS', () => {
  const credits = [
    { channel: 'ad', conversions: 4, value: 100_000 },
    { channel: 'mail', conversions: 0, value: 0 },
    { channel: null, conversions: 2, value: 500 },
  ];
  const costed = withCosts(
    credits,
    new Map<string | null, number>([
      ['ad', 20_000],
      ['mail', 0],
    ]),
  );
  expect(costed).toEqual([
    { channel: 'ad', conversions: 4, value: 100_000, cost: 20_000, cpa: 5_000, roas: 5 },
    { channel: 'mail', conversions: 0, value: 0, cost: 0, cpa: null, roas: null },
    { channel: null, conversions: 2, value: 500 },
  ]);
});
