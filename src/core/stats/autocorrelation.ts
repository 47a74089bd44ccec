import { at } from './at.ts';

/**
 * Sample autocorrelations of lags 1 … `most`, as R's `acf`: sums over pairs ÷ the sum of squares around the mean.
 * All 0 for a series that never changes.
 */
export function autocorrelations(values: ArrayLike<number>, most: number): number[] {
  const n = values.length;
  let mean = 0;
  for (let t = 0; t < n; t++) mean += at(values, t) / n;
  let squares = 0;
  for (let t = 0; t < n; t++) squares += (at(values, t) - mean) ** 2;
  return Array.from({ length: most }, (_, index) => {
    const lag = index + 1;
    let products = 0;
    for (let t = lag; t < n; t++) products += (at(values, t) - mean) * (at(values, t - lag) - mean);
    return squares > 0 ? products / squares : 0;
  });
}

/** One-sided 95 % of the normal distribution: a two-sided test at 90 %. */
const LIMIT = 1.6448536269514722;

/**
 * Whether a series has a season of `period` steps: the test of the M3 competition's Theta and Naive2. [FOR-61]
 *
 * |r(m)| > 1.645 · √((1 + 2·Σ r(k)², k < m) ÷ n), the 90 % limit of Bartlett's formula. Never with less than two whole seasons.
 * Source: Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16 (2000), 521–530.
 */
export function isSeasonal(values: ArrayLike<number>, period: number): boolean {
  if (period < 2 || values.length < 2 * period) return false;
  const r = autocorrelations(values, period);
  const before = r.slice(0, -1).reduce((sum, value) => sum + value * value, 0);
  return Math.abs(at(r, period - 1)) > LIMIT * Math.sqrt((1 + 2 * before) / values.length);
}
