import { at } from '../stats/at.ts';
import type { Random } from '../stats/random.ts';

/** Months of common errors that count as much as the belief that drivers have nothing to do with each other. */
const DOUBT = 10;
const LEAST = 6;

/**
 * Normal numbers for many drivers that go together as much as their past forecast errors did. [LND-04]
 *
 * In    per driver its standardised one-step errors by month
 * Out   each driver's numbers are standard normal; the correlation of two is that of their errors in common months, shrunk to
 *       m ÷ (m + 10) of itself, m the months with errors; none below 6 months
 * How   z = √λ·Σ u(k)·g(k) ÷ √Σu² + √(1 − λ)·ε over the past months k with independent normal g and ε: a Gaussian copula without
 *       a matrix of all pairs
 */
export class JointNormals {
  readonly leaves: number;
  private readonly months: number;
  /** Loadings of leaf i on month k at i · months + k. */
  private readonly loadings: Float64Array;
  private readonly own: Float64Array;
  private readonly common: Float64Array;

  constructor(residuals: readonly ReadonlyMap<number, number>[]) {
    const months = [...new Set(residuals.flatMap(each => [...each.keys()]))].sort((a, b) => a - b);
    this.leaves = residuals.length;
    this.months = months.length;
    this.loadings = new Float64Array(residuals.length * months.length);
    this.own = new Float64Array(residuals.length).fill(1);
    this.common = new Float64Array(months.length);
    for (const [i, own] of residuals.entries()) {
      const squares = [...own.values()].reduce((sum, value) => sum + value * value, 0);
      if (own.size < LEAST || !(squares > 0)) continue;
      const kept = own.size / (own.size + DOUBT);
      for (const [k, month] of months.entries())
        this.loadings[i * months.length + k] = (own.get(month) ?? 0) * Math.sqrt(kept / squares);
      this.own[i] = Math.sqrt(1 - kept);
    }
  }

  /** Numbers for one month of one draw, one per driver. */
  draw(random: Random, into: Float64Array): void {
    for (let k = 0; k < this.months; k++) this.common[k] = random.normal();
    for (let i = 0; i < this.leaves; i++) {
      let sum = at(this.own, i) * random.normal();
      for (let k = 0; k < this.months; k++) sum += at(this.loadings, i * this.months + k) * at(this.common, k);
      into[i] = sum;
    }
  }

  /** Correlation of two drivers' numbers. */
  correlation(i: number, j: number): number {
    if (i === j) return 1;
    let sum = 0;
    for (let k = 0; k < this.months; k++) sum += at(this.loadings, i * this.months + k) * at(this.loadings, j * this.months + k);
    return sum;
  }
}

/**
 * What normal numbers are multiplied with to become Student's t: √(ν ÷ χ²(ν)). [LND-04]
 * χ² by Marsaglia and Tsang's method for gamma variables, ACM Transactions on Mathematical Software 26 (2000); ν at least 2.
 */
export function heavyTail(random: Random, degrees: number): number {
  const shape = degrees / 2;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.sqrt(shape / (d * v));
  }
}
