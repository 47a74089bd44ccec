import { at } from '../../stats/at.ts';
import type { ChannelCredit, LearnedPaths } from './learned-paths.ts';

/**
 * Attribution by Shapley values of the number (and the value) of conversions: a set of channels is worth the conversions of the
 * paths that touch no other channel. Exact: each path's conversions are split evenly over its distinct channels (Harsanyi's
 * dividends; Zhao, Mahboobi, Bagheri 2018), whose sums are the Shapley values. [VAL-05]
 *
 * Out   credits add up to conversions and value; order and number of touches do not matter
 */
export function shapleyCredits({ channels, paths }: LearnedPaths): ChannelCredit[] {
  const conversions = new Float64Array(channels.length);
  const value = new Float64Array(channels.length);
  for (const path of paths) {
    const touched = new Set(path.touches);
    for (const channel of touched) {
      conversions[channel] = at(conversions, channel) + path.conversions / touched.size;
      value[channel] = at(value, channel) + path.value / touched.size;
    }
  }
  return channels.map((channel, i) => ({ channel, conversions: at(conversions, i), value: at(value, i) }));
}

/** Most channels whose sets are all looked at: 2²⁰ of them. */
export const RATE_CHANNELS = 20;

/**
 * Shapley values of the conversion rate: a set of channels is worth the share of conversions among the paths that touch no
 * other channel, 0 where there is no such path. [VAL-06]
 *
 * Out   one part of the rate per channel, in their order; they add up to the rate over all paths. A channel whose paths convert
 *       worse than others may be below 0. Undefined with more than 20 channels.
 * How   sums over all subsets bit by bit (n·2ⁿ additions), then the definition
 */
export function rateShares({ channels, paths }: LearnedPaths): number[] | undefined {
  const n = channels.length;
  if (n > RATE_CHANNELS) return undefined;
  const converted = new Float64Array(2 ** n);
  const people = new Float64Array(2 ** n);
  for (const path of paths) {
    const set = path.touches.reduce((bits, channel) => bits | (1 << channel), 0);
    converted[set] = at(converted, set) + path.conversions;
    people[set] = at(people, set) + path.conversions + path.lost;
  }
  for (const counts of [converted, people]) addSubsets(counts, n);
  const worth = converted.map((count, set) => (at(people, set) > 0 ? count / at(people, set) : 0));
  const weights = orderWeights(n);
  return channels.map((_, channel) => {
    const bit = 1 << channel;
    let sum = 0;
    for (let set = 0; set < worth.length; set++)
      if ((set & bit) === 0) sum += at(weights, bitCount(set)) * (at(worth, set | bit) - at(worth, set));
    return sum;
  });
}

/** Afterwards every set holds the sum over its subsets. */
function addSubsets(counts: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const bit = 1 << i;
    for (let set = 0; set < counts.length; set++) if (set & bit) counts[set] = at(counts, set) + at(counts, set ^ bit);
  }
}

/** s!·(n − s − 1)! ÷ n! for s = 0 … n − 1: the share of orders in which exactly a given set of s comes before. */
function orderWeights(n: number): number[] {
  const weights: number[] = [];
  for (let s = 0, weight = 1 / n; s < n; s++) {
    weights.push(weight);
    weight *= (s + 1) / (n - s - 1);
  }
  return weights;
}

function bitCount(set: number): number {
  let left = set;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
