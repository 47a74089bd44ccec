import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, rational, rationalOf } from '../number/rational.ts';
import { divideAmount } from './divide-amount.ts';

const sum = (parts: readonly string[]) => parts.reduce((total, part) => add(total, rationalOf(part)), rational(0));

describe('[AGR-09] dividing a target', () => {
  test('200 leads by 5, 3 and 2 people, 100 in three equal parts, 10,000,001円 in two', () => {
    expect(divideAmount('200', ['5', '3', '2'], 0)).toEqual(['100', '60', '40']);
    expect(divideAmount('100', ['1', '1', '1'], 0)).toEqual(['34', '33', '33']);
    expect(divideAmount('10000001', ['1', '1'], 0)).toEqual(['5000001', '5000000']);
  });

  test('what is left over goes to whoever lost the most: seats of 7 by 53, 24, 23 are 4, 2, 1', () => {
    expect(divideAmount('7', ['53', '24', '23'], 0)).toEqual(['4', '2', '1']);
  });

  test('a finer amount stays whole in its own digits; parts of weight 0 get 0', () => {
    expect(divideAmount('0.05', ['1', '0', '1'], 0)).toEqual(['0.03', '0', '0.02']);
    expect(divideAmount('10', ['0.5', '1.5'], 0)).toEqual(['3', '7']);
  });

  test('nothing to divide by, and amounts below 0, are refused', () => {
    expect(divideAmount('10', ['0', '0'], 0)).toBeUndefined();
    expect(divideAmount('10', ['1', '-1'], 0)).toBeUndefined();
    expect(divideAmount('-10', ['1'], 0)).toBeUndefined();
    expect(divideAmount('10', [], 0)).toEqual([]);
  });

  test('any amount and weights: the parts add up exactly, and no part is a step or more away from its exact share (seed 7)', () => {
    const weight = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.array(weight, { minLength: 1, maxLength: 20 }), (amount, weights) => {
        const parts = divideAmount(String(amount), weights.map(String), 0);
        const total = weights.reduce((all, one) => all + one, 0);
        if (total === 0) return expect(parts).toBeUndefined();
        expect(sum(parts ?? [])).toEqual(rational(amount));
        weights.forEach((one, place) => {
          const away = BigInt(parts?.[place] ?? '-1') * BigInt(total) - BigInt(amount) * BigInt(one);
          expect(away < BigInt(total) && away > -BigInt(total)).toBe(true);
        });
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
