import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceFrom } from '../problem/problem.ts';
import { ambitionOf, improved } from './ambition.ts';
import type { AmbitionFacts } from './ambition-facts.ts';
import { ambitionMessages } from './ambition-messages.ts';
import { stagedTargets } from './staged-targets.ts';

const OPEN_RATE: AmbitionFacts = {
  direction: 'up',
  baseline: 0.15,
  ownBest: 0.18,
  benchmark: { low: 0.2, high: 0.2 },
  limit: { low: 0, high: 1 },
  unit: 'ratio',
};

const verdictOf = (facts: AmbitionFacts) => ambitionOf(facts).verdict;
const wordsOf = (facts: AmbitionFacts, lang: 'ja' | 'en') =>
  ambitionOf(facts).because.map(because => sentenceFrom(ambitionMessages, because, lang));

describe('[DES-20] how ambitious a target is', () => {
  test.each([
    [0.15, 'too-easy'],
    [0.18, 'reachable'],
    [0.2, 'stretch'],
    [0.23, 'stretch'],
    [0.25, 'stretch'],
    [0.26, 'very-ambitious'],
    [0.3, 'very-ambitious'],
    [0.4, 'unrealistic'],
  ])('[AMB-01] an open rate of 15 %, best 18 %, industry 20 %: a target of %d is %s', (target, verdict) => {
    expect(verdictOf({ ...OPEN_RATE, target })).toBe(verdict);
  });

  test('[DES-16] conversion 1 %, shops 1–3 %: 1.5 % is challenging and within the band', () => {
    const facts: AmbitionFacts = {
      direction: 'up',
      target: 0.015,
      baseline: 0.01,
      benchmark: { low: 0.01, high: 0.03 },
      unit: 'ratio',
    };
    expect(ambitionOf(facts)).toMatchObject({ verdict: 'stretch', band: 'within' });
    expect(wordsOf(facts, 'ja')).toEqual([
      '目標1.5%は業界水準（3.0%）の1.25倍までに収まり、挑戦的です。',
      '業界水準（1.0%〜3.0%）の範囲内です。',
    ]);
    expect(wordsOf(facts, 'en')).toEqual([
      'The target of 1.5% goes up to a quarter beyond the benchmark (3.0%): challenging.',
      'Within the benchmark band of 1.0%–3.0%.',
    ]);
  });

  test('[AMB-03] a target inside the forecast with nothing done is too easy, inside the one with initiatives reachable', () => {
    expect(verdictOf({ ...OPEN_RATE, natural: 0.19, target: 0.19 })).toBe('too-easy');
    expect(verdictOf({ ...OPEN_RATE, natural: 0.16, withInitiatives: 0.21, target: 0.21 })).toBe('reachable');
    expect(wordsOf({ ...OPEN_RATE, natural: 0.16, withInitiatives: 0.21, target: 0.21 }, 'ja')[0]).toBe(
      '目標21.0%は予定している施策を含む予測（21.0%）の範囲内で、達成可能です。',
    );
  });

  test('[AMB-02] less is better: everything mirrored', () => {
    const cost: AmbitionFacts = { direction: 'down', baseline: 15_000, ownBest: 12_000, benchmark: { low: 10_000 }, unit: 'JPY' };
    const at = (target: number) => verdictOf({ ...cost, target });
    expect([15_000, 14_000, 12_000, 8_000, 7_000, 6_600].map(at)).toEqual([
      'too-easy',
      'reachable',
      'reachable',
      'stretch',
      'very-ambitious',
      'unrealistic',
    ]);
    expect(wordsOf({ ...cost, target: 6_600 }, 'en')).toEqual([
      'The target of ¥6,600 is more than a third below the benchmark (¥10,000): unrealistic.',
    ]);
  });

  test('[AMB-02] mirrored by reciprocals the verdict is the same', () => {
    const amount = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, (target, baseline, natural, ownBest, high) => {
        const up = verdictOf({ direction: 'up', target, baseline, natural, ownBest, benchmark: { high }, unit: 'count' });
        const down = verdictOf({
          direction: 'down',
          target: 1 / target,
          baseline: 1 / baseline,
          natural: 1 / natural,
          ownBest: 1 / ownBest,
          benchmark: { low: 1 / high },
          unit: 'count',
        });
        expect(down).toBe(up);
      }),
      { seed: 20261120 },
    );
  });

  test('[AMB-01] the rule as written, on random figures; a higher target is never easier', () => {
    const amount = fc.integer({ min: 1, max: 100 });
    const order = ['too-easy', 'reachable', 'stretch', 'very-ambitious', 'unrealistic'];
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, amount, (target, more, baseline, natural, ownBest, high) => {
        const facts: AmbitionFacts = { direction: 'up', baseline, natural, ownBest, benchmark: { high }, unit: 'count' };
        const most = Math.max(ownBest, high);
        const easy = Math.max(baseline, natural);
        const wanted =
          target <= easy
            ? 'too-easy'
            : target <= ownBest
              ? 'reachable'
              : target <= 1.25 * most
                ? 'stretch'
                : target <= 1.5 * most
                  ? 'very-ambitious'
                  : 'unrealistic';
        expect(verdictOf({ ...facts, target })).toBe(wanted);
        const further = verdictOf({ ...facts, target: target + more });
        expect(order.indexOf(further)).toBeGreaterThanOrEqual(order.indexOf(wanted));
      }),
      { seed: 20261120 },
    );
  });

  test('[AMB-04] past what is possible is unrealistic; amounts below zero improve towards and past zero', () => {
    expect(verdictOf({ ...OPEN_RATE, baseline: 0.8, ownBest: 0.9, target: 1.1 })).toBe('unrealistic');
    expect(improved(-10, 1.25, 'up')).toBe(-8);
    expect(improved(-10, 1.25, 'down')).toBe(-12.5);
    expect(verdictOf({ direction: 'up', baseline: -12, ownBest: -10, target: -8, unit: 'JPY' })).toBe('stretch');
  });

  test('[AMB-05] no past: it says so and proposes steps; a range is not judged', () => {
    const first = ambitionOf({ direction: 'up', target: 0.3, benchmark: { low: 0.1, high: 0.2 }, unit: 'ratio' });
    expect(first).toMatchObject({ verdict: 'cannot-tell', band: 'above', because: [{ code: 'ambition-no-history' }] });
    expect(first.staged.map(({ months, value }) => [months, Number(value.toFixed(6))])).toEqual([
      [3, 0.14],
      [6, 0.17],
      [12, 0.2],
    ]);
    expect(ambitionOf({ direction: 'range', target: 1, baseline: 1, unit: 'count' })).toMatchObject({
      verdict: 'cannot-tell',
      because: [{ code: 'ambition-range' }],
      staged: [],
    });
    expect(ambitionOf({ direction: 'up', baseline: 1, unit: 'count' }).because[0]?.code).toBe('ambition-no-target');
  });
});

describe('[DES-53] staged targets', () => {
  const values = (facts: AmbitionFacts) => stagedTargets(facts).map(({ months, value }) => [months, Number(value.toFixed(9))]);

  test('an open rate of 15 %, best 18 %, industry 20 %: 18 % in 3 months, 20 % in 6, 23 % in 12', () => {
    expect(values(OPEN_RATE)).toEqual([
      [3, 0.18],
      [6, 0.2],
      [12, 0.23],
    ]);
  });

  test('without a benchmark in thirds of the way; for less-is-better downwards; never worse than the step before', () => {
    expect(values({ direction: 'up', baseline: 100, target: 160, unit: 'count' })).toEqual([
      [3, 120],
      [6, 140],
      [12, 160],
    ]);
    expect(values({ direction: 'down', baseline: 100, benchmark: { low: 46 }, ownBest: 80, unit: 'JPY' })).toEqual([
      [3, 80],
      [6, 46],
      [12, 40],
    ]);
    expect(values({ ...OPEN_RATE, ownBest: 0.25 })).toEqual([
      [3, 0.2],
      [12, 0.23],
    ]);
    expect(values({ direction: 'up', baseline: 100, target: 90, unit: 'count' })).toEqual([]);
    expect(values({ ...OPEN_RATE, benchmark: { high: 0.95 } }).at(-1)).toEqual([12, 1]);
  });
});
