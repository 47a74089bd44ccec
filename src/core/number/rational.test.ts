import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agrees, DEFAULT_POINT_TOLERANCE } from './agreement.ts';
import {
  add,
  compareRationals,
  divide,
  exactDecimal,
  multiply,
  rational,
  rationalOf,
  roundRational,
  subtract,
  toNumber,
} from './rational.ts';

const seed = 20260403;
const anyRational = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([numerator, denominator]) => rational(numerator, denominator));

test('[TXT-02] fractions are kept in lowest terms with a positive denominator', () => {
  expect(rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
  expect(rational(0, 7)).toEqual({ numerator: 0n, denominator: 1n });
  expect(rationalOf('0.0250')).toEqual({ numerator: 1n, denominator: 40n });
  expect(rationalOf(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n });
  expect(() => rational(1, 0)).toThrow('denominator 0');
});

test('[TXT-02] dividing by zero has no value', () => {
  expect(divide(rational(5), rational(0))).toBeUndefined();
  expect(divide(rational(5), rational(-10))).toEqual(rational(-1, 2));
});

test('[TXT-02] adding and subtracting, multiplying and dividing undo each other', () => {
  fc.assert(
    fc.property(anyRational, anyRational, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      expect(compareRationals(a, b)).toBe(Math.sign(toNumber(a) - toNumber(b)) || compareRationals(a, b));
    }),
    { seed },
  );
});

test('[TXT-02] a fraction becomes an exact decimal only when its decimals end', () => {
  expect(exactDecimal(rational(1, 8))).toBe('0.125');
  expect(exactDecimal(rational(3))).toBe('3');
  expect(exactDecimal(rational(-1, 50))).toBe('-0.02');
  expect(exactDecimal(rational(1, 3))).toBeUndefined();
  expect(roundRational(rational(2400, 52), 2)).toBe('46.15');
  expect(roundRational(rational(-1, 2), 0)).toBe('-1');
});

test('[TXT-02] the nearest double of a fraction is the one its parts divide to', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (numerator, denominator) => {
      expect(toNumber(rational(numerator, denominator)) - numerator / denominator).toBe(0);
    }),
    { seed },
  );
  fc.assert(
    fc.property(fc.double({ min: -1e30, max: 1e30, noNaN: true }), value => {
      expect(toNumber(rationalOf(value)) - value).toBe(0);
    }),
    { seed },
  );
});

test('[TXT-02] a fraction just above the middle of two doubles goes to the upper one', () => {
  const middle = 2n ** 53n + 1n;
  expect(toNumber(rational(middle))).toBe(2 ** 53);
  expect(toNumber(rational(middle * 10n ** 30n + 1n, 10n ** 30n))).toBe(2 ** 53 + 2);
});

test('[CNV-09] a loosely printed figure agrees with the computed one within the tolerance, and no further', () => {
  const growth = rational(10, 15);
  expect(agrees('0.66', growth, DEFAULT_POINT_TOLERANCE)).toBe(true);
  expect(agrees('0.65', growth, DEFAULT_POINT_TOLERANCE)).toBe(false);
  expect(agrees('180000000', '300000000')).toBe(false);
  expect(agrees('297000000', '300000000')).toBe(true);
  expect(agrees('296999999', '300000000')).toBe(false);
  expect(agrees('0', '0')).toBe(true);
  expect(agrees('0.0001', '0')).toBe(false);
  expect(agrees('-99', '-100')).toBe(true);
});
