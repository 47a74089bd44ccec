import type { Decimal } from '../measure/observation.ts';
import { decimalFrom, decimalOf, scaledOf } from './decimal.ts';
import { divideRounded } from './round.ts';

/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** numerator ÷ denominator; a zero denominator is a bug of the caller and throws (see `divide` for data). */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const over = BigInt(denominator);
  if (over === 0n) throw new Error('rational with denominator 0');
  const top = over < 0n ? -BigInt(numerator) : BigInt(numerator);
  const bottom = over < 0n ? -over : over;
  if (bottom === 1n) return { numerator: top, denominator: bottom };
  const common = greatestCommonDivisor(top < 0n ? -top : top, bottom);
  return common === 1n ? { numerator: top, denominator: bottom } : { numerator: top / common, denominator: bottom / common };
}

/** The exact fraction of a decimal; of a number, the fraction of the decimal it is written as. */
export function rationalOf(value: Decimal | number): Rational {
  const { units, scale } = scaledOf(decimalOf(value));
  return scale >= 0 ? rational(units, 10n ** BigInt(scale)) : rational(units * 10n ** BigInt(-scale));
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a ÷ b; undefined when b is zero. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  return b.numerator === 0n ? undefined : rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function compareRationals(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The decimal nearest to a fraction with so many digits after the point, half away from zero. */
export function roundRational({ numerator, denominator }: Rational, digits: number): Decimal {
  const top = digits >= 0 ? numerator * 10n ** BigInt(digits) : numerator;
  const bottom = digits >= 0 ? denominator : denominator * 10n ** BigInt(-digits);
  return decimalFrom({ units: divideRounded(top, bottom), scale: digits });
}

/** The fraction as a decimal without rounding; undefined when its decimals do not end (1/3). */
export function exactDecimal({ numerator, denominator }: Rational): Decimal | undefined {
  const twos = factorCount(denominator, 2n);
  const fives = factorCount(denominator, 5n);
  if (2n ** BigInt(twos) * 5n ** BigInt(fives) !== denominator) return undefined;
  const scale = Math.max(twos, fives);
  return decimalFrom({ units: (numerator * 10n ** BigInt(scale)) / denominator, scale });
}

/** The double nearest to a fraction. */
export function toNumber({ numerator, denominator }: Rational): number {
  // Both are doubles exactly, so that only the division rounds.
  if (denominator <= SAFE && numerator <= SAFE && numerator >= -SAFE) return Number(numerator) / Number(denominator);
  const negative = numerator < 0n;
  const top = negative ? -numerator : numerator;
  // 64 quotient bits and a sticky last bit leave the one rounding to Number().
  const shift = 64 - (bitLength(top) - bitLength(denominator));
  const scaledTop = shift >= 0 ? top << BigInt(shift) : top;
  const scaledBottom = shift >= 0 ? denominator : denominator << BigInt(-shift);
  const quotient = scaledTop / scaledBottom;
  const sticky = quotient * scaledBottom === scaledTop ? 0n : 1n;
  const half = Math.trunc(shift / 2); // in two steps: 2 ** -1100 alone is 0
  const value = Number(quotient | sticky) * 2 ** -half * 2 ** (half - shift);
  return negative ? -value : value;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return 4 * (digits.length - 1) + (32 - Math.clz32(Number.parseInt(digits.charAt(0), 16)));
}

function factorCount(value: bigint, prime: bigint): number {
  let count = 0;
  for (let rest = value; rest % prime === 0n; rest /= prime) count += 1;
  return count;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > SAFE) [larger, smaller] = [smaller, larger % smaller];
  if (smaller === 0n) return larger === 0n ? 1n : larger;
  let [high, low] = [Number(smaller), Number(larger % smaller)];
  while (low !== 0) [high, low] = [low, high % low];
  return BigInt(high);
}
