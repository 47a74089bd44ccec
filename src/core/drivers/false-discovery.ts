import { at } from '../stats/at.ts';

/**
 * The smallest false-discovery level at which each finding would still count, in the order given. [DRV-04]
 *
 * In    p-values from 0 to 1
 * Out   adjusted p-values from 0 to 1; those at most q are a list of which at most the share q is false, on average
 * Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289–300
 */
export function adjustedForDiscovery(p: readonly number[]): readonly number[] {
  const order = p.map((_, i) => i).toSorted((a, b) => at(p, b) - at(p, a));
  const adjusted = new Array<number>(p.length).fill(1);
  let least = 1;
  for (const [place, i] of order.entries()) {
    least = Math.min(least, (at(p, i) * p.length) / (p.length - place));
    adjusted[i] = least;
  }
  return adjusted;
}
