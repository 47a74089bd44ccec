import { at } from './at.ts';

export type SeasonalForm = 'multiplicative' | 'additive';

/**
 * Seasonal indices by classical decomposition, one per step of the season from the first value on. [FOR-62]
 *
 * In    at least two whole seasons without gaps; for `multiplicative` values whose moving average is above 0
 * Out   indices that average to 1 (multiplicative) or 0 (additive); undefined when there is too little, or an average is not
 *       above 0
 * How   centred moving average over one season (half weights at both ends when the period is even), ratios or differences to it,
 *       their mean per step, normalised. Source: as R's `decompose(x, type)`
 */
export function seasonalIndices(values: ArrayLike<number>, period: number, form: SeasonalForm): number[] | undefined {
  if (values.length < 2 * period) return undefined;
  const trend = centredAverage(values, period);
  const sums = new Array<number>(period).fill(0);
  const counts = new Array<number>(period).fill(0);
  for (const [t, level] of trend.entries()) {
    if (level === undefined) continue;
    if (form === 'multiplicative' && !(level > 0)) return undefined;
    const step = t % period;
    sums[step] = at(sums, step) + (form === 'multiplicative' ? at(values, t) / level : at(values, t) - level);
    counts[step] = at(counts, step) + 1;
  }
  const means = sums.map((sum, step) => sum / at(counts, step));
  const centre = means.reduce((sum, mean) => sum + mean, 0) / period;
  return form === 'multiplicative' ? means.map(mean => mean / centre) : means.map(mean => mean - centre);
}

/** Centred moving average over one season; undefined at the ends, where it would reach beyond the series. */
export function centredAverage(values: ArrayLike<number>, period: number): (number | undefined)[] {
  const half = Math.floor(period / 2);
  const even = period % 2 === 0;
  return Array.from({ length: values.length }, (_, t) => {
    if (t < half || t + half >= values.length) return undefined;
    let sum = 0;
    for (let k = -half; k <= half; k++) sum += at(values, t + k) * (even && Math.abs(k) === half ? 0.5 : 1);
    return sum / period;
  });
}
