/**
 * Numbers that look random and are the same on every machine: 32-bit whole-number arithmetic only (mulberry32), and no function
 * of `Math` whose last digit may differ between engines. [DMO-02]
 */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0 to `end` − 1. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) * end) / 0x1_0000_0000);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** A whole number from `low` to `high` with the middle likelier than the ends: the mean of three throws. */
  around(low: number, high: number): number {
    return Math.floor((this.between(low, high) + this.between(low, high) + this.between(low, high)) / 3);
  }

  /** The index of one of the weights, each as likely as it is heavy. */
  weighted(weights: readonly number[]): number {
    let left = this.below(weights.reduce((sum, weight) => sum + weight, 0));
    const found = weights.findIndex(weight => {
      left -= weight;
      return left < 0;
    });
    return found;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }
}

/** One of thousands of such companies: the one whose months are neither too smooth nor too wild to follow. */
const SEED = 2318;

/** A stream of its own for every concern, so that a change to one does not change the others. */
export function randomFor(concern: string): Random {
  let hash = (0x811c9dc5 ^ SEED) >>> 0;
  for (let i = 0; i < concern.length; i++) hash = Math.imul(hash ^ concern.charCodeAt(i), 0x01000193);
  return new Random(hash);
}
