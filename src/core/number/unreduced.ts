import { type Rational, rational } from './rational.ts';

/**
 * Exact fractions that need not be in lowest terms, for long calculations: reducing every step takes longer than the steps. [VER-14]
 * Values are those of `rational.ts`; denominators are positive. `reduced` gives the fraction everybody else expects.
 */
export function addUnreduced(a: Rational, b: Rational): Rational {
  return sum(a, b.numerator, b.denominator);
}

export function subtractUnreduced(a: Rational, b: Rational): Rational {
  return sum(a, -b.numerator, b.denominator);
}

export function multiplyUnreduced(a: Rational, b: Rational): Rational {
  if (a.numerator === 0n || b.numerator === 0n) return ZERO;
  return settled(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a ÷ b; undefined when b is zero. */
export function divideUnreduced(a: Rational, b: Rational): Rational | undefined {
  if (b.numerator === 0n) return undefined;
  if (a.numerator === 0n) return ZERO;
  const [top, bottom] = [a.numerator * b.denominator, a.denominator * b.numerator];
  return bottom < 0n ? settled(-top, -bottom) : settled(top, bottom);
}

/** The same value in lowest terms. */
export function reduced(value: Rational): Rational {
  return value.denominator === 1n ? value : rational(value.numerator, value.denominator);
}

const ZERO = rational(0);

function sum(a: Rational, top: bigint, bottom: bigint): Rational {
  const own = a.denominator;
  if (own === bottom) return { numerator: a.numerator + top, denominator: own };
  if (bottom === 1n || own % bottom === 0n) return { numerator: a.numerator + top * (own / bottom), denominator: own };
  if (own === 1n || bottom % own === 0n) return { numerator: a.numerator * (bottom / own) + top, denominator: bottom };
  return settled(a.numerator * bottom + top * own, own * bottom);
}

/** Fractions are reduced when they grow beyond a few machine words. */
const LARGE = 2n ** 192n;

function settled(numerator: bigint, denominator: bigint): Rational {
  return denominator > LARGE ? rational(numerator, denominator) : { numerator, denominator };
}
