import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, decimalFrom, decimalOf, isDecimal, negate, scaledOf, shiftPoint, trimmed } from './decimal.ts';

const seed = 20260401;

test('[TXT-01] a number becomes the decimal it is written as, never with an exponent', () => {
  expect(decimalOf(1.005)).toBe('1.005');
  expect(decimalOf(1e21)).toBe('1000000000000000000000');
  expect(decimalOf(1.5e-7)).toBe('0.00000015');
  expect(decimalOf(-2.5e22)).toBe('-25000000000000000000000');
  expect(decimalOf(-0)).toBe('0');
  expect(decimalOf('12.50')).toBe('12.50');
  expect(() => decimalOf(Number.NaN)).toThrow('not a finite number');
  expect(() => decimalOf(Number.POSITIVE_INFINITY)).toThrow('not a finite number');
});

test('[TXT-01] the decimal of any finite number reads back as that number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      const text = decimalOf(value);
      expect(isDecimal(text)).toBe(true);
      expect(Number(text) === value).toBe(true);
    }),
    { seed },
  );
});

test('[TXT-01] taking a decimal apart and writing it again changes nothing', () => {
  for (const text of ['0', '0.00', '-0.05', '10000.00', '-12', '123456789012345678901234567890.123']) {
    expect(decimalFrom(scaledOf(text))).toBe(text);
  }
});

test('[TXT-01] moving the point is exact and keeps the written decimals', () => {
  expect(shiftPoint('1.5', 8)).toBe('150000000');
  expect(shiftPoint('2.50', -2)).toBe('0.0250');
  expect(shiftPoint('-3', -2)).toBe('-0.03');
  expect(shiftPoint('0.5', 0)).toBe('0.5');
});

test('[TXT-01] only the plain form is a decimal', () => {
  for (const text of ['', '-', '01', '+1', '1.', '.5', '1e3', '1,000', ' 1', '1.5 ']) expect(isDecimal(text)).toBe(false);
});

test('[TXT-01] comparing goes by value; negating zero gives zero; trimming drops only needless zeros', () => {
  expect(compareDecimals('1.0', '1.00')).toBe(0);
  expect(compareDecimals('-0.1', '0.05')).toBe(-1);
  expect(compareDecimals('0.1', '0.09999999999999999999')).toBe(1);
  expect(negate('0.00')).toBe('0.00');
  expect(negate('1.20')).toBe('-1.20');
  expect(trimmed('1.500')).toBe('1.5');
  expect(trimmed('100')).toBe('100');
  expect(trimmed('100.00')).toBe('100');
});
