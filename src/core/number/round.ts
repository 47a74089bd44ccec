import type { Decimal } from '../measure/observation.ts';
import { decimalFrom, decimalOf, scaledOf } from './decimal.ts';

/**
 * The one rounding of the product: half away from zero, on the exact decimal. [TXT-20]
 *
 * In    a decimal text or a number (taken as the decimal it is written as: 1.005, not 1.00499…); digits after the point,
 *       negative for tens, hundreds, …
 * Out   a decimal with exactly max(digits, 0) decimals; a result of zero has no sign
 * Error a number that is not finite throws
 */
export function round(value: Decimal | number, digits: number): Decimal {
  const { units, scale } = scaledOf(decimalOf(value));
  const excess = scale - digits;
  if (excess <= 0) return decimalFrom({ units: units * 10n ** BigInt(-excess), scale: digits });
  return decimalFrom({ units: divideRounded(units, 10n ** BigInt(excess)), scale: digits });
}

/** numerator ÷ denominator to the nearest integer, half away from zero; the denominator is positive. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n;
  const rounded = ((negative ? -numerator : numerator) * 2n + denominator) / (denominator * 2n);
  return negative ? -rounded : rounded;
}
