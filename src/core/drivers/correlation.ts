import { at } from '../stats/at.ts';

/**
 * Pearson's correlation of two lists of one length; undefined where one of them does not move, and with less than two pairs. [ANA-08]
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  const n = x.length;
  if (n < 2) return undefined;
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [a, b] = [at(x, i) - meanX, at(y, i) - meanY];
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  // Sums of squares this small beside the values are the noise of the sums.
  const still = (squares: number, mean: number) => squares <= 1e-24 * n * Math.max(1e-300, mean * mean);
  if (still(xx, meanX) || still(yy, meanY)) return undefined;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Values without the straight line over their places that fits them best, and so without their mean. `places`: in order. */
export function withoutLine(values: ArrayLike<number>, places: ArrayLike<number>): Float64Array {
  const n = values.length;
  const [middle, mean] = [meanOf(places), meanOf(values)];
  let [squares, products] = [0, 0];
  for (let i = 0; i < n; i++) {
    squares += (at(places, i) - middle) ** 2;
    products += (at(places, i) - middle) * (at(values, i) - mean);
  }
  const slope = squares > 0 ? products / squares : 0;
  const rests = Float64Array.from({ length: n }, (_, i) => at(values, i) - mean - slope * (at(places, i) - middle));
  const squaresOf = (some: Float64Array) => some.reduce((sum, value) => sum + value * value, 0);
  // Values on a line leave nothing but the noise of the sums.
  return squaresOf(rests) <= 1e-24 * squaresOf(Float64Array.from(values)) ? rests.fill(0) : rests;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += at(values, i);
  return sum / values.length;
}
