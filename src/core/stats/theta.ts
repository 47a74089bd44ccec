import { at } from './at.ts';
import { seasonallyAdjusted } from './seasonal-adjustment.ts';
import { simpleSmoothing } from './simple-smoothing.ts';

/**
 * The Theta method as it entered the M3 competition. [FOR-64]
 *
 * In    a series without gaps, oldest first, its season (12 for months, 1 for none), how many steps to forecast
 * How   adjusted for season when the 90 % test finds one (classical multiplicative decomposition); the mean of two lines: the
 *       straight line of least squares, extended, and the line of doubled curvature 2·y − line, smoothed exponentially
 * Source Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16 (2000), 521–530
 */
export function theta(values: readonly number[], season: number, horizon: number): number[] {
  const { adjusted, reseasoned } = seasonallyAdjusted(values, season);
  return reseasoned(thetaLines(adjusted, horizon));
}

/** The method on a series without season. One value: that value; none: zeros. */
export function thetaLines(values: ArrayLike<number>, horizon: number): number[] {
  const { intercept, slope } = straightLine(values);
  const doubled = Float64Array.from(values, (value, t) => 2 * value - intercept - slope * t);
  const { level } = simpleSmoothing(doubled);
  return Array.from({ length: horizon }, (_, h) => (intercept + slope * (values.length + h) + level) / 2);
}

/** The straight line of least squares through values at 0, 1, 2, … */
export function straightLine(values: ArrayLike<number>): { readonly intercept: number; readonly slope: number } {
  const n = values.length;
  const middle = (n - 1) / 2;
  let [sum, products, squares] = [0, 0, 0];
  for (let t = 0; t < n; t++) {
    sum += at(values, t);
    products += (t - middle) * at(values, t);
    squares += (t - middle) ** 2;
  }
  const slope = squares > 0 ? products / squares : 0;
  return { intercept: n > 0 ? sum / n - slope * middle : 0, slope };
}
