import type { Random } from './random.ts';

/**
 * Deals things out to classes so that after any number of them each class has its share, give or take one or two; a fair draw would
 * need thousands to show a rate that a company of two hundred leads a month has. [DMO-02]
 */
export class ShareOut {
  private readonly credit: number[] = [];
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** The index of the class that the next thing belongs to. Weights are whole numbers and may differ from call to call. */
  next(weights: readonly number[]): number {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    weights.forEach((weight, index) => {
      const credit = (this.credit[index] ?? 0) + weight / total;
      this.credit[index] = credit;
      const shaken = credit + this.random.below(SHAKES) / SHAKES;
      if (weight > 0 && shaken > most) {
        best = index;
        most = shaken;
      }
    });
    this.credit[best] = (this.credit[best] ?? 0) - 1;
    return best;
  }

  /** Whether the next thing is one of `share` in 1,000. */
  takes(share: number): boolean {
    return this.next([share, 1000 - share]) === 0;
  }
}

/** How finely a bit of luck is mixed in, so that the order does not look dealt. */
const SHAKES = 1000;
