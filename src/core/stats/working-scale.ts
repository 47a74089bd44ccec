import { unreachable } from '../problem/unreachable.ts';

/** What values of a metric can be: anything, nothing below 0, or a share from 0 to 1. */
export type Support = 'any' | 'nonnegative' | 'rate';

/** The scale on which a metric's seasons add up and its noise is about even. */
export type WorkingScale = 'identity' | 'logarithm' | 'square-root' | 'logit' | 'arcsine';

/**
 * The scale a history is forecast on: logarithms for amounts and counts, logits for rates; square roots and arcsines of them where a
 * value stands on the edge, which has no logarithm. Values back from any of them respect the support. [FOR-11]
 */
export function workingScaleFor(values: readonly (number | null)[], support: Support): WorkingScale {
  switch (support) {
    case 'any':
      return 'identity';
    case 'nonnegative':
      return values.every(value => value === null || value > 0) ? 'logarithm' : 'square-root';
    case 'rate':
      return values.every(value => value === null || (value > 0 && value < 1)) ? 'logit' : 'arcsine';
    default:
      return unreachable(support);
  }
}

export function toWorking(value: number, scale: WorkingScale): number {
  switch (scale) {
    case 'identity':
      return value;
    case 'logarithm':
      return Math.log(value);
    case 'square-root':
      return Math.sqrt(value);
    case 'logit':
      return Math.log(value / (1 - value));
    case 'arcsine':
      return Math.asin(Math.sqrt(value));
    default:
      return unreachable(scale);
  }
}

/** Back to the metric's unit; beyond the edge of a scale is the edge. */
export function fromWorking(worked: number, scale: WorkingScale): number {
  switch (scale) {
    case 'identity':
      return worked;
    case 'logarithm':
      return Math.exp(Math.min(worked, LARGEST));
    case 'square-root':
      return Math.max(0, worked) ** 2;
    case 'logit':
      return 1 / (1 + Math.exp(-worked));
    case 'arcsine':
      return Math.sin(Math.min(Math.PI / 2, Math.max(0, worked))) ** 2;
    default:
      return unreachable(scale);
  }
}

/** e to this is still a finite number. */
const LARGEST = 700;
