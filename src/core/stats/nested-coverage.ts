import { at } from './at.ts';
import { type ErrorModel, fitErrorModel, halfWidth } from './error-model.ts';
import { quantileOf } from './quantile.ts';
import { knownAt, meanSquares, type PastErrors } from './rolling-errors.ts';
import { comparableErrors, type KnownSeason, knewSeason } from './season-known.ts';

/** How intervals did that were made at every past origin from nothing but the errors known by then. */
export interface NestedCoverage {
  readonly coverage80: number;
  readonly coverage90: number;
  /** How many values were held against an interval, from how many origins. */
  readonly n: number;
  readonly origins: number;
  /** By how much intervals have to be wider to hold 90 % of those values; 1 when they held enough. */
  readonly widening: number;
}

/** An error model is asked for only from this many known one-step errors on. */
const ENOUGH = 6;

/** Coverage is believed as n ÷ (n + this), and widening never exceeds a factor of 2. */
const DOUBT = 12;
const WIDEST = 2;
const NARROWEST = 0.9;

/**
 * Back-tests intervals honestly: at every origin the error model is fitted anew to what was known then. [FOR-22]
 * Undefined before any interval could be tested.
 */
export function nestedCoverage(past: readonly PastErrors[], horizon: number, season?: KnownSeason): NestedCoverage | undefined {
  const ratios80: number[] = [];
  const ratios90: number[] = [];
  let origins = 0;
  for (const one of past) {
    const { origin, errors } = one;
    if (season && !knewSeason(one, season)) continue;
    const known = comparableErrors(knownAt(past, origin), season && { ...season, length: origin });
    const moments = meanSquares(known, horizon);
    const model = at(moments.counts, 0) >= ENOUGH ? fitErrorModel(moments) : undefined;
    if (!model || !(model.sigma > 0)) continue;
    origins++;
    for (const [h, error] of errors.entries()) {
      if (error === null) continue;
      ratios80.push(Math.abs(error) / halfWidth(model, h, 0.8));
      ratios90.push(Math.abs(error) / halfWidth(model, h, 0.9));
    }
  }
  const n = ratios90.length;
  const needed = quantileOf(ratios90, 0.9);
  if (needed === undefined) return undefined;
  const trust = origins / (origins + DOUBT);
  return {
    coverage80: ratios80.filter(ratio => ratio <= 1).length / n,
    coverage90: ratios90.filter(ratio => ratio <= 1).length / n,
    n,
    origins,
    widening: Math.min(WIDEST, Math.max(NARROWEST, needed ** trust)),
  };
}

/** The model with its intervals widened. */
export function widened(model: ErrorModel, { widening }: Pick<NestedCoverage, 'widening'>): ErrorModel {
  return { ...model, sigma: model.sigma * widening };
}
