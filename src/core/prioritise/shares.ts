import { compareDecimals } from '../number/decimal.ts';
import { add, compareRationals, exactDecimal, multiply, rational, rationalOf } from '../number/rational.ts';

/** What shares of one whole come to. [DES-12] */
export interface SharesTotal {
  /** In percent, exact decimal text. */
  readonly percent: string;
  /** `open`: some are not said, and those that are leave room for them. */
  readonly is: 'whole' | 'open' | 'wrong';
}

/**
 * Whether shares of resources total 100 %, exactly; undefined where none is stated.
 *
 * In    fractions as decimal text, undefined where a factor has none
 * Out   40/30/20/10 is `whole`; 40/30/20/20 `wrong`; 60 and two unsaid `open`; more than 100 % `wrong` however many are unsaid
 */
export function sharesTotal(shares: readonly (string | undefined)[]): SharesTotal | undefined {
  const given = shares.filter(share => share !== undefined);
  if (given.length === 0) return undefined;
  const total = multiply(given.map(rationalOf).reduce(add), rational(100));
  const percent = exactDecimal(total) ?? '100';
  if (given.length < shares.length) return { percent, is: compareRationals(total, rational(100)) > 0 ? 'wrong' : 'open' };
  return { percent, is: compareDecimals(percent, '100') === 0 ? 'whole' : 'wrong' };
}
