import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import {
  add,
  compareRationals,
  divide,
  exactDecimal,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
} from '../number/rational.ts';
import {
  combined,
  decimalOf,
  type KnownValue,
  type MeasuredValue,
  NO_DATA,
  toObservation,
  undefinedBecause,
} from './measured-value.ts';

const SEED = 20261124;

test('[OBS-05] values that end are given in full, others are rounded once to 18 significant digits', () => {
  expect(decimalOf(rational(1, 3))).toBe('0.333333333333333333');
  expect(decimalOf(rational(2, 3))).toBe('0.666666666666666667');
  expect(decimalOf(rational(-2, 3000))).toBe('-0.000666666666666666667');
  expect(decimalOf(rational(10n ** 30n, 3n))).toBe('333333333333333333000000000000');
  expect(decimalOf(rational(999_999_999_999_999_999_999n, 1000n * 7n))).toBe('142857142857142857');
  expect(decimalOf(rationalOf('12345678901234567890123456789.123456789'))).toBe('12345678901234567890123456789.123456789');
  expect(decimalOf(rational(1, 2n ** 40n))).toBe('0.0000000000009094947017729282379150390625');
  expect(decimalOf(rational(0))).toBe('0');
  expect(decimalOf(rational(9_999_999_999_999_999_999n, 7n))).toBe('1428571428571428570');
});

test('[OBS-05] rounding moves a value by at most half of its 18th digit, and values that end not at all', () => {
  const integer = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const positive = fc.bigInt({ min: 1n, max: 10n ** 25n });
  fc.assert(
    fc.property(integer, positive, (top, bottom) => {
      const value = rational(top, bottom);
      const text = decimalOf(value);
      expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
      const error = magnitude(subtract(rationalOf(text), value));
      const doesEnd = exactDecimal(value) !== undefined && digitsOf(exactDecimal(value) ?? '') <= 38;
      if (doesEnd) expect(error.numerator).toBe(0n);
      else expect(compareRationals(multiply(error, rational(2n * 10n ** 17n)), magnitude(value))).toBeLessThanOrEqual(0);
      if (!doesEnd)
        expect(
          text
            .replace(/^-?(?:0\.0*)?/, '')
            .replace('.', '')
            .replace(/0+$/, '').length,
        ).toBeLessThanOrEqual(18);
    }),
    { seed: SEED, numRuns: 2_000 },
  );
});

test('[OBS-04] a missing input makes the result missing, an undefined one undefined, a provisional one provisional', () => {
  const whole: KnownValue = { kind: 'known', exact: rational(6), through: '2026-03-31' as Day };
  const running: KnownValue = { kind: 'known', exact: rational(3), through: '2026-03-20' as Day, provisional: 'period-running' };
  const holes: KnownValue = { kind: 'known', exact: rational(3), through: '2026-03-25' as Day, provisional: 'days-missing' };
  expect(combined(whole, NO_DATA, '+', add)).toEqual(NO_DATA);
  expect(combined(undefinedBecause('overflow'), NO_DATA, '+', add)).toEqual(NO_DATA);
  expect(combined(whole, undefinedBecause('overflow'), '*', multiply)).toEqual(undefinedBecause('overflow'));
  expect(combined(whole, running, '/', divide)).toEqual({ ...running, exact: rational(2) });
  expect(combined(running, holes, '-', subtract)).toMatchObject({ provisional: 'days-missing', through: '2026-03-20' });
  expect(combined(whole, { kind: 'known', exact: rational(0) }, '/', divide)).toEqual(undefinedBecause('division-by-zero'));
});

test('[OBS-08] yen and dollars do not mix; divided by their own kind they are plain numbers', () => {
  const money = (code: string, isPerRow = false): MeasuredValue => ({
    kind: 'known',
    exact: rational(10),
    currency: { code, isPerRow },
  });
  const plain: MeasuredValue = { kind: 'known', exact: rational(2) };
  for (const operator of ['+', '*', '/', 'min'] as const) {
    expect(combined(money('JPY'), money('USD'), operator, add)).toEqual(undefinedBecause('mixed-units'));
  }
  expect(combined(money('JPY'), money('JPY', true), '+', add)).toMatchObject({ currency: { code: 'JPY', isPerRow: true } });
  expect(combined(money('JPY'), money('JPY'), '/', divide)).not.toHaveProperty('currency');
  expect(combined(plain, money('JPY'), '*', multiply)).toMatchObject({ currency: { code: 'JPY' } });
});

test('[OBS-01] zero is a state of its own, and a number beyond all doubles is undefined', () => {
  expect(toObservation({ kind: 'known', exact: rational(0) })).toEqual({ state: 'zero', value: 0, exact: '0' });
  expect(toObservation({ kind: 'known', exact: rational(0), provisional: 'period-running' })).toEqual({
    state: 'provisional',
    value: 0,
    exact: '0',
    why: 'period-running',
  });
  expect(toObservation({ kind: 'known', exact: rational(-5, 2) })).toEqual({ state: 'value', value: -2.5, exact: '-2.5' });
  expect(toObservation({ kind: 'known', exact: rational(10n ** 400n) })).toEqual({ state: 'undefined', why: 'overflow' });
});

function magnitude({ numerator, denominator }: Rational): Rational {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}

function digitsOf(decimal: string): number {
  return decimal.replace(/^-?(?:0\.0*)?/, '').replace('.', '').length;
}
