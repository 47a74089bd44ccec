import type { PlanNode } from '../plan/plan.ts';
import { TOO_EVEN } from '../stats/error-model.ts';
import type { Support, WorkingScale } from '../stats/working-scale.ts';
import type { NodeHistory } from './foresight.ts';

/** What a driver counts: cases that add up, a share of cases, or neither (amounts, prices, scores). [LND-07] */
export type Cases = 'count' | 'share' | 'none';

/** Counts are whole numbers that add up; shares lie between 0 and 1 and have a known denominator. [LND-07] */
export function casesOf(
  { unit, time }: Pick<PlanNode, 'unit' | 'time'>,
  { closed, weights }: Pick<NodeHistory, 'closed' | 'weights'>,
  support: Support,
): Cases {
  if (unit.kind === 'count' && time === 'flow')
    return closed.every(value => value === null || Number.isInteger(value)) ? 'count' : 'none';
  return support === 'rate' && weights ? 'share' : 'none';
}

/**
 * Variance that a value has only because it counts cases, on the working scale; by the delta method. [LND-07]
 *
 * In    count: the expected rate per unit of exposure and the exposure (effective days), Poisson; share: the expected share and the
 *       number of cases it is a share of, binomial
 * Zero  without cases, and on scales the kind does not use
 */
export function samplingVariance(kind: Cases, scale: WorkingScale, expected: number, exposure: number): number {
  if (kind === 'none' || !(exposure > 0)) return 0;
  switch (scale) {
    case 'logarithm':
      return expected > 0 ? 1 / (expected * exposure) : 0;
    case 'identity':
      return Math.max(0, expected) / exposure;
    case 'logit':
      return expected > 0 && expected < 1 ? 1 / (exposure * expected * (1 - expected)) : 0;
    case 'square-root':
    case 'arcsine':
      return 1 / (4 * exposure);
  }
}

/** Past errors from which on a spread far below that of counting is believed. */
const TOLD = 12;
/**
 * The spread of a month's own noise: what the past's errors show, with its part that is due to counting exchanged for that of the
 * month's own expected number of cases. [LND-07]
 *
 * In    σ of past errors, how many there are, the mean variance of counting in the past, and that of the month; all on the working scale
 * Out   √(max(σ² − past, 0) + own): σ where the month has as many cases as usual, so that noise is never counted twice; more where the
 *       errors are too few to show it, or cases become fewer
 */
export function ownSpread(sigma: number, errors: number, past: number, own: number): number {
  const seen = sigma * sigma;
  if (own <= 0 || (errors >= TOLD && seen < TOO_EVEN * past)) return sigma;
  return Math.sqrt(Math.max(seen - past, 0) + own);
}
