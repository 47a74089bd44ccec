import type { Decimal } from '../measure/observation.ts';
import { multiply, type Rational, rationalOf, subtract } from './rational.ts';

/** How far two statements of one fact may lie apart, ends included. */
export type Tolerance =
  /** As a share of the computed figure: 0.01 is 1 %. */
  | { readonly kind: 'relative'; readonly limit: Decimal }
  /** As a difference of rates stored as fractions: 0.01 is 1 pt. */
  | { readonly kind: 'points'; readonly limit: Decimal };

export const DEFAULT_TOLERANCE: Tolerance = { kind: 'relative', limit: '0.01' };
export const DEFAULT_POINT_TOLERANCE: Tolerance = { kind: 'points', limit: '0.01' };

/**
 * Whether a printed figure says the same as a computed one, rounding of print allowed. [CNV-09]
 *
 * In    both figures in one unit, the computed one as decimal or exact fraction
 * Out   |stated − computed| ≤ limit × |computed| (relative) or ≤ limit (points), compared exactly
 * Zero  a computed zero agrees only with a stated zero under a relative tolerance
 * Not   a judgement of targets: reaching a goal knows no tolerance
 */
export function agrees(stated: Decimal, computed: Decimal | Rational, tolerance: Tolerance = DEFAULT_TOLERANCE): boolean {
  const exact = typeof computed === 'string' ? rationalOf(computed) : computed;
  const distance = magnitude(subtract(rationalOf(stated), exact));
  const limit = rationalOf(tolerance.limit);
  const allowed = tolerance.kind === 'relative' ? multiply(limit, magnitude(exact)) : limit;
  return distance.numerator * allowed.denominator <= allowed.numerator * distance.denominator;
}

function magnitude(value: Rational): Rational {
  return value.numerator < 0n ? { numerator: -value.numerator, denominator: value.denominator } : value;
}
