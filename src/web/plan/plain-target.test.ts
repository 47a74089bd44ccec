import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainTarget } from './plain-target.ts';

test('[PLN-64] large amounts in three digits, up where more is needed and down where less is', () => {
  expect(plainTarget('5186722', 1.04)).toBe('5190000');
  expect(plainTarget('5186722', 0.9)).toBe('5180000');
  expect(plainTarget('>= 1234567 per month by 2027-03-31', 1.1)).toBe('>= 1240000 per month by 2027-03-31');
});

test('[PLN-64] small amounts, rates and durations stay as they are', () => {
  for (const target of ['223 per month', '27.8%', '5.5 business days', '9999.5']) expect(plainTarget(target, 1.1)).toBe(target);
});

test('[PLN-64] what is rounded still suffices and is less than one percent off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 2_000_000_000 }), fc.boolean(), (amount, up) => {
      const rounded = Number(plainTarget(String(amount), up ? 1.1 : 0.9));
      expect(up ? rounded >= amount : rounded <= amount).toBe(true);
      expect(Math.abs(rounded - amount) / amount).toBeLessThan(0.01);
    }),
    { seed: 20_261_121 },
  );
});
