import { at } from './at.ts';
import { minimiseBetween } from './minimise.ts';

/** A series smoothed exponentially: the level after its last value, and what it was smoothed with. */
export interface Smoothed {
  readonly level: number;
  /** Weight of the newest value, 0.0001–0.9999. */
  readonly alpha: number;
  readonly firstLevel: number;
  readonly squares: number;
}

/**
 * Simple exponential smoothing with the weight and the first level that make the sum of squared one-step errors least; the
 * forecast of every later step is `level`. [FOR-63]
 *
 * How   the errors are linear in the first level, so for every weight the best one is a division; the weight is searched for.
 *       The same optimum as R's `ses(x, initial = "optimal")`
 */
export function simpleSmoothing(values: ArrayLike<number>): Smoothed {
  const alpha = minimiseBetween(0.0001, 0.9999, weight => smoothedWith(values, weight).squares);
  return smoothedWith(values, alpha);
}

/** Smoothing with a given weight and the first level that suits it best. */
export function smoothedWith(values: ArrayLike<number>, alpha: number): Smoothed {
  const kept = 1 - alpha;
  const n = values.length;
  let level = 0;
  let power = 1;
  let [products, powers, squares] = [0, 0, 0];
  for (let t = 0; t < n; t++) {
    const error = at(values, t) - level;
    products += power * error;
    powers += power * power;
    squares += error * error;
    level += alpha * error;
    power *= kept;
  }
  const firstLevel = powers > 0 ? products / powers : 0;
  return { level: level + power * firstLevel, alpha, firstLevel, squares: Math.max(0, squares - firstLevel * products) };
}
