import { at } from '../../stats/at.ts';
import { lowerFactor, solvePositive } from '../../stats/solve-positive.ts';

/** Covariance of estimates, by rows, with the place it was taken at. */
export interface Spread {
  readonly place: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

const STEP = 1e-4;

/**
 * Covariance of maximum-likelihood estimates: the inverse of the Hessian of −ln L at its lowest place.
 *
 * In    the gradient of −ln L per case, by differences of which the Hessian is taken; number of cases
 * Out   undefined where the Hessian is not positive definite: the likelihood does not bound the parameters
 */
export function spreadAt(
  place: readonly number[],
  gradientAt: (place: readonly number[]) => readonly number[],
  cases: number,
): Spread | undefined {
  const n = place.length;
  const shifted = (i: number, by: number) => gradientAt(place.map((value, j) => (i === j ? value + by : value)));
  const columns = place.map((_, i) => {
    const [up, down] = [shifted(i, STEP), shifted(i, -STEP)];
    return up.map((value, j) => (cases * (value - at(down, j))) / (2 * STEP));
  });
  const hessian = new Float64Array(n * n);
  for (const [i, column] of columns.entries())
    for (let j = 0; j < n; j++) hessian[i * n + j] = (at(column, j) + at(columns[j] ?? [], i)) / 2;
  if (!hessian.every(Number.isFinite)) return undefined;
  const factor = lowerFactor(hessian, n);
  if (place.some((_, i) => !(at(factor, i * n + i) > 1e-6))) return undefined;
  const covariance = place.map((_, i) => [
    ...solvePositive(
      hessian,
      place.map((_, j) => (i === j ? 1 : 0)),
    ),
  ]);
  return { place, covariance };
}

/** Standard deviation of a figure that depends on the estimates, to first order (delta method). */
export function deviationOf({ place, covariance }: Spread, figure: (place: readonly number[]) => number): number {
  const slope = place.map((_, i) => {
    const moved = (by: number) => figure(place.map((value, j) => (i === j ? value + by : value)));
    return (moved(STEP) - moved(-STEP)) / (2 * STEP);
  });
  const variance = slope.reduce(
    (sum, si, i) => sum + slope.reduce((part, sj, j) => part + si * sj * at(covariance[i] ?? [], j), 0),
    0,
  );
  return Math.sqrt(Math.max(0, variance));
}
