import { at } from '../stats/at.ts';
import { autocorrelations } from '../stats/autocorrelation.ts';

/** Lags of autocorrelation looked at: a fifth of the pairs, at most thirty. */
const SHARE = 5;
const MOST = 30;

/**
 * How many independent pairs so many pairs of two series are worth, when each series resembles its own past. [DRV-04]
 *
 * n ÷ (1 + 2·Σ (1 − k/n)·r(k)·s(k)), never more than n. In: both series in order, without gaps that matter. Source: Bartlett (1935) as in
 * Pyper and Peterman, Canadian Journal of Fisheries and Aquatic Sciences 55 (1998), 2127–2140
 */
export function effectivePairs(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  const most = Math.min(MOST, Math.floor(n / SHARE));
  if (most < 1) return n;
  const [r, s] = [autocorrelations(x, most), autocorrelations(y, most)];
  let sum = 0;
  for (let k = 1; k <= most; k++) sum += (1 - k / n) * at(r, k - 1) * at(s, k - 1);
  return n / Math.max(1, 1 + 2 * sum);
}
