import type { Decimal } from '../measure/observation.ts';
import { compareDecimals } from '../number/decimal.ts';
import { add, divide, exactDecimal, multiply, type Rational, rational, rationalOf, subtract } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';

/** A change as it was said; the four ways mean different things and are never mixed. [CNV-02] */
export type Change =
  /** From one level to another; the first may be left out. 1%→1.5% */
  | { readonly mode: 'level'; readonly from?: Decimal; readonly to: Decimal }
  /** By a share of the base: 20%増 is 0.2, 30%下回る is −0.3. */
  | { readonly mode: 'relative'; readonly by: Decimal }
  /** By a difference in the metric's own unit: +0.5pt is 0.005, 20件増 is 20. */
  | { readonly mode: 'points'; readonly by: Decimal }
  /** As a multiple of the base: 前年比120% is 1.2. */
  | { readonly mode: 'index'; readonly of: Decimal };

/**
 * The value a change leads to from a base, exactly. [CNV-02]
 * relative: base × (1 + by) · points: base + by · index: base × of · level: its end, whatever the base.
 */
export function applyChange(base: Decimal, change: Change): Decimal {
  switch (change.mode) {
    case 'level':
      return change.to;
    case 'relative':
      return whole(multiply(rationalOf(base), add(rational(1), rationalOf(change.by))));
    case 'points':
      return whole(add(rationalOf(base), rationalOf(change.by)));
    case 'index':
      return whole(multiply(rationalOf(base), rationalOf(change.of)));
    default:
      return unreachable(change);
  }
}

/** One change seen in every way at once. */
export interface ChangeFigures {
  /** to − from, in the metric's unit. */
  readonly points: Decimal;
  /** (to − from) ÷ from; undefined where the base is zero or negative. */
  readonly relative: Rational | undefined;
  /** to ÷ from = 1 + relative; undefined with it. */
  readonly index: Rational | undefined;
}

/**
 * The change between two values in every way: points, relative, index. [CNV-02]
 * From zero there is no relative change (not ∞, not +100 %), and from a negative base none that a reader would understand.
 */
export function changeBetween(from: Decimal, to: Decimal): ChangeFigures {
  const base = rationalOf(from);
  const points = subtract(rationalOf(to), base);
  const index = compareDecimals(from, '0') > 0 ? divide(rationalOf(to), base) : undefined;
  return { points: whole(points), relative: index && subtract(index, rational(1)), index };
}

/** Sums and products of decimals are decimals. */
function whole(value: Rational): Decimal {
  const exact = exactDecimal(value);
  if (exact === undefined) throw new Error('a product of decimals is a decimal');
  return exact;
}
