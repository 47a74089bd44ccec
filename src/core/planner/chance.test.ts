import { expect, test } from 'vitest';
import { chanceOfAtLeast } from './chance.ts';

/** The Poisson sum, its terms by their logarithms so that large ones do not vanish. */
function poissonAtLeast(expected: number, least: number): number {
  let below = 0;
  let logTerm = -expected;
  for (let k = 0; k < least; k++) {
    if (k > 0) logTerm += Math.log(expected / k);
    below += Math.exp(logTerm);
  }
  return 1 - below;
}

test('[PLA-06] known values: none, one of two, exactly what is expected', () => {
  expect(chanceOfAtLeast(2, 0)).toBe(1);
  expect(chanceOfAtLeast(0, 1)).toBe(0);
  expect(chanceOfAtLeast(2, 1)).toBeCloseTo(1 - Math.exp(-2), 12);
  expect(chanceOfAtLeast(10, 10)).toBeCloseTo(0.5420702855, 9);
  // 9.2 wanted are 10 whole ones.
  expect(chanceOfAtLeast(10, 9.2)).toBe(chanceOfAtLeast(10, 10));
});

test('[PLA-06] the same as the sum of Poisson terms, small and large', () => {
  for (const expected of [0.1, 1, 7.5, 40, 300, 744, 800, 2_000, 20_000])
    for (const share of [0.7, 0.95, 1, 1.02, 1.3]) {
      const least = Math.max(1, Math.round(expected * share));
      const difference = Math.abs(chanceOfAtLeast(expected, least) - poissonAtLeast(expected, least));
      expect(difference, `${expected} expected, ${least} wanted`).toBeLessThan(1e-9);
    }
});

test('[PLA-06] more expected never makes it less likely, more wanted never more likely', () => {
  for (const around of [5, 740, 760]) {
    let before = 0;
    for (let expected = around - 4; expected < around + 30; expected += 0.5) {
      const chance = chanceOfAtLeast(expected, around);
      expect(chance).toBeGreaterThanOrEqual(before);
      before = chance;
      expect(chanceOfAtLeast(expected, around + 1)).toBeLessThanOrEqual(chance);
    }
  }
});
