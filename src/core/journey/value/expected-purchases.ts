import type { BuyingPattern, PurchaseModel } from './purchase-model.ts';

/**
 * Probability that a person with this history still buys at T. 1 with no repeat purchase: the model lets people leave only
 * after a repeat purchase. [VAL-52]
 */
export function probabilityAlive({ r, alpha, a, b }: PurchaseModel, { x, tx, T }: Omit<BuyingPattern, 'people'>): number {
  if (x === 0) return 1;
  const leftOdds = (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + T) / (alpha + tx)));
  return 1 / (1 + leftOdds);
}

/**
 * Repeat purchases to expect in the `horizon` after T (same unit as T) of a person with this history. 0 for no time at all.
 *
 * How   equation (10) of Fader, Hardie and Lee (2005) after Euler's transformation of ₂F₁, whose form
 *       1 − (1 − z)^(a−1)·₂F₁(a+b−1−r, a−1; a+b+x−1; z) over a − 1 is taken term by term, so that nothing happens at a = 1. [VAL-53]
 */
export function expectedPurchases(model: PurchaseModel, history: Omit<BuyingPattern, 'people'>, horizon: number): number {
  if (!(horizon > 0)) return 0;
  const { r, alpha, a, b } = model;
  const { x, T } = history;
  const z = horizon / (alpha + T + horizon);
  const left = Math.log1p(-z);
  const beyond = a - 1;
  const fallen = beyond === 0 ? left : Math.expm1(beyond * left) / beyond;
  const whole = a + b + x - 1;
  const rest = Math.exp(beyond * left) * tailSeries(a + b - 1 - r, a, whole, z);
  return Math.max(0, -whole * fallen - rest) * probabilityAlive(model, history);
}

/** Repeat purchases of a new customer within `time`: equation (9) of the same paper. [VAL-53] */
export function expectedOfNew({ r, alpha, a, b }: PurchaseModel, time: number): number {
  return expectedPurchases({ r, alpha, a, b }, { x: 0, tx: 0, T: 0 }, time);
}

const TERMS = 200_000;

/** c·(₂F₁(p, a − 1; c; z) − 1) ÷ (a − 1) = Σ (p)ₙ·(a)ₙ₋₁ ÷ ((c + 1)ₙ₋₁·n!)·zⁿ, for 0 ≤ z < 1 and c above −1. */
function tailSeries(p: number, a: number, c: number, z: number): number {
  let term = p * z;
  let sum = term;
  for (let n = 1; n < TERMS; n++) {
    term *= ((p + n) * (a + n - 1) * z) / ((c + n) * (n + 1));
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum)) break;
  }
  return sum;
}
