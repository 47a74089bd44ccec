import { trimmed } from '#core/number/decimal.ts';
import { add, compareRationals, multiply, type Rational, rational, rationalOf, roundRational } from '#core/number/rational.ts';

/** Digits in which people give large targets: 519万円, not 5,186,722円. */
const DIGITS = 3;
const LARGE = 10_000;

/**
 * A required target as somebody would set it: amounts from ten thousand on in three digits, rounded the way that still suffices.
 * [PLN-64] In: the target as it would be written (`5186722`, `>= 1234567 per month by 2027-03-31`), and how many times the plan it is.
 */
export function plainTarget(target: string, factor: number): string {
  return target.replace(/^((?:[<>=]+ )?)(\d+(?:\.\d+)?)(?=$| )/, (whole, sign: string, number: string) =>
    Number(number) < LARGE ? whole : `${sign}${inDigits(number, factor > 1)}`,
  );
}

function inDigits(number: string, up: boolean): string {
  const unit = 10n ** BigInt((number.split('.')[0]?.length ?? 1) - DIGITS);
  const exact = multiply(rationalOf(number), rational(1, unit));
  const nearest = roundRational(exact, 0);
  const order = compareRationals(rationalOf(nearest), exact);
  const enough: Rational = (up ? order >= 0 : order <= 0) ? rationalOf(nearest) : add(rationalOf(nearest), rational(up ? 1 : -1));
  return trimmed(roundRational(multiply(enough, rational(unit)), 0));
}
