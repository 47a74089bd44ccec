import { correlation } from './correlation.ts';
import { effectivePairs } from './effective-pairs.ts';
import { aligned } from './lag-scan.ts';
import type { PlainSeries } from './plain-series.ts';

/** Fewest independent pairs that something is said of. */
const LEAST = 12;

/**
 * How an influence somebody states shows in the past: Pearson's correlation of what is left of both series without growth and season,
 * the driver `lag` steps earlier. Undefined with fewer than 12 independent pairs, or where one of the two does not move. [DES-60]
 */
export function statedRelation(
  driver: Pick<PlainSeries, 'values'>,
  outcome: Pick<PlainSeries, 'values'>,
  lag: number,
): { readonly r: number; readonly pairs: number } | undefined {
  const { x, y } = aligned(driver.values, outcome.values, lag);
  if (x.length < LEAST || effectivePairs(x, y) < LEAST) return undefined;
  const r = correlation(x, y);
  return r === undefined ? undefined : { r, pairs: x.length };
}
