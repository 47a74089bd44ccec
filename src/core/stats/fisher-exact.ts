import { logGamma } from './log-gamma.ts';
import type { Share } from './share-interval.ts';

/**
 * How often two shares would differ as much as these or more if there were no difference: the two-sided p of Fisher's exact test, the
 * sum over all tables with the same margins that are not more likely than this one. 1 where there is nothing to compare. Exact up to
 * rounding; tables less likely than 1e-300 of the most likely one count as 0. Time grows with the root of the number of cases.
 */
export function fisherExact(a: Share, b: Share): number {
  const all = a.of + b.of;
  const yes = a.count + b.count;
  if (a.of === 0 || b.of === 0 || yes === 0 || yes === all) return 1;
  const least = Math.max(0, yes - b.of);
  const most = Math.min(yes, a.of);
  const mode = Math.min(most, Math.max(least, Math.floor(((yes + 1) * (a.of + 1)) / (all + 2))));
  /** Likelihood of the table with `x` yes on side a over that of the one with one less. */
  const growth = (x: number) => ((yes - x + 1) * (a.of - x + 1)) / (x * (b.of - yes + x));
  const limit = Math.exp(logChoices(a.count) - logChoices(mode)) * (1 + 1e-7);
  let [total, extreme] = [0, 0];
  const add = (likelihood: number) => {
    total += likelihood;
    if (likelihood <= limit) extreme += likelihood;
  };
  for (let [x, likelihood] = [mode, 1]; x <= most && likelihood > 1e-300; likelihood *= growth(x + 1), x++) add(likelihood);
  for (let [x, likelihood] = [mode, 1]; x > least; ) {
    likelihood /= growth(x);
    x--;
    if (!(likelihood > 1e-300)) break;
    add(likelihood);
  }
  return Math.min(1, extreme / total);

  /** Up to what does not depend on x. */
  function logChoices(x: number): number {
    return -(logGamma(x + 1) + logGamma(a.of - x + 1) + logGamma(yes - x + 1) + logGamma(b.of - yes + x + 1));
  }
}
