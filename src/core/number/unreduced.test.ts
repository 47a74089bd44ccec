import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, divide, multiply, type Rational, rational, subtract } from './rational.ts';
import { addUnreduced, divideUnreduced, multiplyUnreduced, reduced, subtractUnreduced } from './unreduced.ts';

const SEED = 20_261_122;

/** Small and very large fractions, in lowest terms and not. */
const fractions = fc
  .tuple(
    fc.oneof(fc.bigInt(-50n, 50n), fc.bigInt(-(2n ** 200n), 2n ** 200n)),
    fc.oneof(fc.bigInt(1n, 60n), fc.bigInt(1n, 2n ** 200n)),
    fc.constantFrom(1n, 6n, 10n ** 9n),
  )
  .map(([numerator, denominator, times]): Rational => ({ numerator: numerator * times, denominator: denominator * times }));

describe('unreduced fractions', () => {
  test('[VER-14] have the values of reduced ones', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const [x, y] = [rational(a.numerator, a.denominator), rational(b.numerator, b.denominator)];
        expect(reduced(addUnreduced(a, b))).toEqual(add(x, y));
        expect(reduced(subtractUnreduced(a, b))).toEqual(subtract(x, y));
        expect(reduced(multiplyUnreduced(a, b))).toEqual(multiply(x, y));
        const quotient = divideUnreduced(a, b);
        expect(quotient && reduced(quotient)).toEqual(divide(x, y));
        expect(quotient?.denominator ?? 1n).toBeGreaterThan(0n);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('[VER-14] a long sum of unlike denominators does not grow without end', () => {
    let total = rational(0);
    let plain = rational(0);
    for (let i = 1n; i <= 300n; i++) {
      total = addUnreduced(total, rational(1n, i));
      plain = add(plain, rational(1n, i));
    }
    expect(reduced(total)).toEqual(plain);
    expect(total.denominator.toString(2).length).toBeLessThan(1_000);
  });
});
