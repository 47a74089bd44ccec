import type { Decimal } from '../measure/observation.ts';
import {
  add,
  compareRationals,
  divide,
  multiply,
  type Rational,
  rational,
  rationalOf,
  roundRational,
  subtract,
} from '../number/rational.ts';
import { decimalText } from './shown.ts';

/**
 * What the other shares of a whole become when one of them is set: they keep their proportions and all of them total 100 %. [DES-36]
 * In    shares as fractions by id, in order; the one that was set.
 * Out   the others in tenths of a percent, rounded so that the sum is exact and none falls below zero; undefined where
 *       nothing is to be done (the whole is 100 % already) or nothing can be: the set share is above 100 % or below zero, or the
 *       others are all zero.
 */
export function rescaledShares(shares: ReadonlyMap<string, Decimal>, set: string): ReadonlyMap<string, Decimal> | undefined {
  const given = shares.get(set);
  if (given === undefined) return undefined;
  const others = [...shares].filter(([id]) => id !== set);
  const left = subtract(rational(1), rationalOf(given));
  const sum = total(others.map(([, share]) => rationalOf(share)));
  const isDone = compareRationals(sum, left) === 0;
  if (isDone || compareRationals(left, rational(0)) < 0 || compareRationals(rationalOf(given), rational(0)) < 0) return undefined;
  const factor = divide(left, sum);
  if (!factor) return undefined;
  // What the shares add up to so far is rounded, not each share: so none can fall below zero, and the last takes what is left.
  let before: Rational = rational(0);
  let exact: Rational = rational(0);
  return new Map(
    others.map(([id, share], place) => {
      exact = add(exact, multiply(rationalOf(share), factor));
      const after = place === others.length - 1 ? left : rationalOf(roundRational(exact, DIGITS));
      const own = decimalText(subtract(after, before));
      before = after;
      return [id, own] as const;
    }),
  );
}

/** Tenths of a percent. */
const DIGITS = 3;

function total(values: readonly Rational[]): Rational {
  return values.reduce((sum, value) => add(sum, value), rational(0));
}
