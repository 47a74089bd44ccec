import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, decimalFrom } from './decimal.ts';
import { compareRationals, rational, rationalOf, roundRational, subtract } from './rational.ts';
import { round } from './round.ts';

const seed = 20260402;

test('[TXT-20] halves go away from zero on the exact decimal', () => {
  const table: [string | number, number, string][] = [
    ['1.005', 2, '1.01'],
    [1.005, 2, '1.01'],
    ['0.125', 2, '0.13'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['-0.5', 0, '-1'],
    ['0.4999999999999999999999', 0, '0'],
    ['-0.004', 2, '0.00'],
    ['1250', -2, '1300'],
    ['-1249', -2, '-1200'],
    ['7', 2, '7.00'],
    ['49', -2, '0'],
    ['50', -2, '100'],
  ];
  for (const [value, digits, expected] of table) expect(round(value, digits)).toBe(expected);
});

test('[TXT-20] the rounded value is a multiple of the step, at most half a step away, and away from zero on a tie', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 20n), 10n ** 20n),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: -6, max: 12 }),
      (units, scale, digits) => {
        const value = decimalFrom({ units, scale });
        const rounded = rationalOf(round(value, digits));
        const step = digits >= 0 ? rational(1n, 10n ** BigInt(digits)) : rational(10n ** BigInt(-digits));
        expect(((rounded.numerator * step.denominator) % (rounded.denominator * step.numerator)).toString()).toBe('0');
        const distance = subtract(rounded, rationalOf(value));
        const absolute = rational(distance.numerator < 0n ? -distance.numerator : distance.numerator, distance.denominator);
        const half = rational(step.numerator, step.denominator * 2n);
        const order = compareRationals(absolute, half);
        expect(order).toBeLessThanOrEqual(0);
        if (order === 0) expect(distance.numerator > 0n).toBe(units > 0n);
      },
    ),
    { seed },
  );
});

test('[TXT-20] rounding a fraction agrees with rounding its decimal', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 15n), 10n ** 15n),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: -4, max: 8 }),
      (units, scale, digits) => {
        const value = decimalFrom({ units, scale });
        expect(compareDecimals(roundRational(rationalOf(value), digits), round(value, digits))).toBe(0);
      },
    ),
    { seed },
  );
});
