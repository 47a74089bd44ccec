import { at } from './at.ts';
import { minimiseInBox } from './minimise.ts';

/** Level and trend after the last value, and what they were smoothed with. */
export interface Damped {
  readonly level: number;
  readonly trend: number;
  readonly alpha: number;
  readonly beta: number;
  readonly phi: number;
  readonly squares: number;
}

/**
 * Exponential smoothing with additive damped trend, ETS(A,Ad,N), with the parameters and first states of least squared one-step
 * errors. [FOR-63]
 *
 * In    at least 4 values without season
 * Out   the states; the forecast of step h is level + (φ + φ² + … + φʰ)·trend (`dampedForecast`)
 * How   0 < α < 1, 0 ≤ β ≤ α, 0.8 ≤ φ ≤ 0.98 as R's `ets(model = "AAN", damped = TRUE)`. The errors are linear in the first level
 *       and trend, which are therefore solved for; the three others by Nelder and Mead
 */
export function dampedTrend(values: ArrayLike<number>): Damped {
  const [alpha, share, phi] = minimiseInBox(
    [
      { start: 0.3, low: 0.0001, high: 0.9999 },
      { start: 0.1, low: 0, high: 1 },
      { start: 0.95, low: 0.8, high: 0.98 },
    ],
    ([a = 0, b = 0, p = 0]) => dampedWith(values, a, a * b, p).squares,
    120,
  );
  return dampedWith(values, alpha ?? 0, (alpha ?? 0) * (share ?? 0), phi ?? 0);
}

export function dampedForecast({ level, trend, phi }: Damped, horizon: number): number[] {
  let [damping, total] = [1, 0];
  return Array.from({ length: horizon }, () => {
    damping *= phi;
    total += damping;
    return level + total * trend;
  });
}

/** Smoothing with given parameters from the first level and trend that suit them best. */
export function dampedWith(values: ArrayLike<number>, alpha: number, beta: number, phi: number): Damped {
  // Three runs at once: from zero states, and the response of level and trend to a first level and a first trend of 1.
  let [level, trend] = [0, 0];
  let [levelOfLevel, trendOfLevel] = [1, 0];
  let [levelOfTrend, trendOfTrend] = [0, 1];
  let [aa, ab, bb, ae, be, ee] = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < values.length; t++) {
    const damped = phi * trend;
    const error = at(values, t) - level - damped;
    const a = levelOfLevel + phi * trendOfLevel;
    const b = levelOfTrend + phi * trendOfTrend;
    aa += a * a;
    ab += a * b;
    bb += b * b;
    ae += a * error;
    be += b * error;
    ee += error * error;
    level += damped + alpha * error;
    trend = damped + beta * error;
    levelOfLevel = a - alpha * a;
    trendOfLevel = phi * trendOfLevel - beta * a;
    levelOfTrend = b - alpha * b;
    trendOfTrend = phi * trendOfTrend - beta * b;
  }
  const determinant = aa * bb - ab * ab;
  const solvable = determinant > 1e-12 * aa * bb;
  const firstLevel = solvable ? (ae * bb - be * ab) / determinant : aa > 0 ? ae / aa : 0;
  const firstTrend = solvable ? (be * aa - ae * ab) / determinant : 0;
  return {
    level: level + levelOfLevel * firstLevel + levelOfTrend * firstTrend,
    trend: trend + trendOfLevel * firstLevel + trendOfTrend * firstTrend,
    alpha,
    beta,
    phi,
    squares: Math.max(0, ee - firstLevel * ae - firstTrend * be),
  };
}
