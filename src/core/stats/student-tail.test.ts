import { describe, expect, test } from 'vitest';
import { studentQuantile } from './student-t.ts';
import { studentTwoSided } from './student-tail.ts';

describe("[DRV-04] Student's t, both tails", () => {
  test('one and two degrees have closed forms', () => {
    for (const t of [0.1, 0.7, 1, 3, 12, 500]) {
      expect(studentTwoSided(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
      expect(studentTwoSided(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
    }
    expect([studentTwoSided(0, 5), studentTwoSided(Number.POSITIVE_INFINITY, 5)]).toEqual([1, 0]);
  });

  test('goes with the quantiles, for degrees that are not whole too', () => {
    for (const degrees of [4, 7.5, 30, 174.2])
      for (const p of [0.2, 0.05, 1e-3, 1e-6]) {
        const again = studentTwoSided(studentQuantile(1 - p / 2, degrees), degrees);
        expect(Math.abs(again / p - 1)).toBeLessThan(1e-4);
      }
  });
});
