import { divide, multiply, type Rational, rationalOf, toNumber } from '../../number/rational.ts';

/** The product of numbers as they are written in decimals, rounded once. */
export function product(...factors: readonly number[]): number {
  return toNumber(exactProduct(factors));
}

/** Product over product, exact until the one rounding at the end; undefined over 0. */
export function quotient(above: readonly number[], below: readonly number[]): number | undefined {
  const value = divide(exactProduct(above), exactProduct(below));
  return value && toNumber(value);
}

function exactProduct(factors: readonly number[]): Rational {
  return factors.map(rationalOf).reduce(multiply, rationalOf(1));
}
