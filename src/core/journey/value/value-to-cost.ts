import { quotient } from './exact.ts';

/** LTV over CAC, what the CAC may be, and whether it is kept. */
export interface ValueToCost {
  readonly ratio: number;
  /** The highest CAC at which the wanted ratio holds. */
  readonly ceiling: number;
  readonly reached: boolean;
  /** Whether the LTV counts all revenue or the margin only: the first makes every ratio look better. */
  readonly counts: 'revenue' | 'margin';
}

/** The ratio below which acquiring is commonly said not to pay. */
export const HEALTHY_RATIO = 3;

/** LTV:CAC with the mode of the LTV named; undefined with a CAC of 0 or a wanted ratio of 0. [VAL-23] */
export function valueToCost(
  { ltv, cac, margin }: { readonly ltv: number; readonly cac: number; readonly margin?: number },
  wanted: number = HEALTHY_RATIO,
): ValueToCost | undefined {
  const counted = [ltv, margin ?? 1];
  const [ratio, ceiling] = [quotient(counted, [cac]), quotient(counted, [wanted])];
  if (ratio === undefined || ceiling === undefined) return undefined;
  return { ratio, ceiling, reached: ratio >= wanted, counts: margin === undefined ? 'revenue' : 'margin' };
}

/** A stated LTV:CAC beside the one that follows from LTV and CAC. */
export interface RatioCheck {
  readonly computed: number;
  readonly agrees: boolean;
  /** The ratio when only this margin of the LTV counts, given where it comes nearer to what was stated. */
  readonly withMargin?: number;
}

/** Ratios are stated roughly: within a tenth they agree. */
const ROUGH = 0.1;

/** Does a stated ratio fit LTV and CAC, and would it fit the margin better? Undefined with a CAC of 0. [VAL-24] */
export function checkStatedRatio({
  ltv,
  cac,
  stated,
  margin,
}: {
  readonly ltv: number;
  readonly cac: number;
  readonly stated: number;
  readonly margin?: number;
}): RatioCheck | undefined {
  const computed = quotient([ltv], [cac]);
  if (computed === undefined) return undefined;
  const agrees = Math.abs(computed - stated) <= ROUGH * stated;
  const withMargin = margin === undefined ? undefined : quotient([ltv, margin], [cac]);
  const nearer = withMargin !== undefined && Math.abs(withMargin - stated) < Math.abs(computed - stated);
  return { computed, agrees, ...(agrees || !nearer ? {} : { withMargin }) };
}
