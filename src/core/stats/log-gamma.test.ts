import { expect, test } from 'vitest';
import { digamma, logGamma } from './log-gamma.ts';

test('[VAL-50] ln Γ is the sum of logarithms for whole numbers and ln √π at one half', () => {
  let sum = 0;
  for (let n = 1; n <= 60; n++) {
    expect(Math.abs(logGamma(n) - sum)).toBeLessThan(1e-12 * Math.max(1, sum));
    sum += Math.log(n);
  }
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
});

test('[VAL-50] digamma: the Euler–Mascheroni constant, one half, and the step by one', () => {
  const euler = 0.5772156649015329;
  expect(digamma(1)).toBeCloseTo(-euler, 13);
  expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.LN2, 13);
  for (const x of [0.01, 0.243, 1.7, 9.99, 40]) expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 10);
});
