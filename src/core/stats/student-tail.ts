import { logGamma } from './log-gamma.ts';

/**
 * Probability that Student's t is at least `t` away from 0, on either side. Degrees: above 0, not only whole ones.
 * 1 at 0, 0 at infinity. By the regularised incomplete beta function I_x(d/2, 1/2), x = d ÷ (d + t²), as a continued fraction
 * (modified Lentz; DLMF 8.17.22). Relative error below 1e-10.
 */
export function studentTwoSided(t: number, degrees: number): number {
  const square = t * t;
  if (square === 0) return 1;
  if (!Number.isFinite(square)) return 0;
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + square));
}

function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(a, b, x)) / a;
  return 1 - (front * fraction(b, a, 1 - x)) / b;
}

const TINY = 1e-300;
const ROUNDS = 500;

function fraction(a: number, b: number, x: number): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let numerator = 1;
  let denominator = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = denominator;
  for (let m = 1; m <= ROUNDS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    denominator = 1 / away(1 + even * denominator);
    numerator = away(1 + even / numerator);
    result *= denominator * numerator;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / away(1 + odd * denominator);
    numerator = away(1 + odd / numerator);
    const step = denominator * numerator;
    result *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
