import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExactTotal } from './exact-total.ts';

test('[ING-41] a hundred thousand dimes are ten thousand, with two decimals', () => {
  const total = new ExactTotal();
  for (let i = 0; i < 100_000; i++) total.add(10, 2);
  expect(total.value).toBe('10000.00');
  expect(total.count).toBe(100_000);
});

test('[ING-41] no values have no sum; zero is a sum', () => {
  const total = new ExactTotal();
  expect(total.value).toBeNull();
  total.add(0, 0);
  expect(total.value).toBe('0');
});

test('[ING-41] any values sum exactly, also beyond what doubles hold', () => {
  const value = fc.record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), values => {
      const total = new ExactTotal();
      for (const { units, scale } of values) {
        if (units >= -(10n ** 15n) && units <= 10n ** 15n) total.add(Number(units), scale);
        else total.addDecimal(written(units, scale));
      }
      const scale = Math.max(...values.map(each => each.scale));
      const sum = values.reduce((all, each) => all + each.units * 10n ** BigInt(scale - each.scale), 0n);
      expect(total.value).toBe(written(sum, scale));
    }),
    { seed: 20260403, numRuns: 300 },
  );
});

test('[ING-41] large values of one column overflow into exact integers', () => {
  const total = new ExactTotal();
  for (let i = 0; i < 20; i++) total.add(999_999_999_999_999, 0);
  expect(total.value).toBe('19999999999999980');
});

function written(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}
