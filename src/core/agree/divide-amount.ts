import type { Decimal } from '../measure/observation.ts';
import { decimalFrom, decimalOf, scaledOf, trimmed } from '../number/decimal.ts';
import { type Rational, rationalOf } from '../number/rational.ts';

/**
 * An amount of 0 or more divided by weights into parts that add up to it exactly. [AGR-09]
 *
 * `digits`: decimals of a step (0: whole things); finer where the amount itself is. The largest remainder method (Hamilton): every part gets
 * its exact share cut down to whole steps; the steps left over go one each to the parts that lost the most, the earlier first when equal.
 * Undefined where the amount or a weight is below 0, or no weight is above 0; empty for no weights.
 */
export function divideAmount(
  amount: Decimal,
  weights: readonly (Decimal | Rational)[],
  digits: number,
): readonly Decimal[] | undefined {
  if (weights.length === 0) return [];
  const shares = wholeWeights(weights);
  const total = shares.reduce((sum, share) => sum + share, 0n);
  const written = scaledOf(decimalOf(amount));
  const scale = Math.max(digits, written.scale);
  const steps = written.units * 10n ** BigInt(scale - written.scale);
  if (steps < 0n || total === 0n || shares.some(share => share < 0n)) return undefined;
  const cut = shares.map(share => (steps * share) / total);
  const lost = shares.map(share => (steps * share) % total);
  const left = Number(steps - cut.reduce((sum, part) => sum + part, 0n));
  const order = lost.map((_, place) => place).toSorted((a, b) => compare(lost[b], lost[a]) || a - b);
  const raised = new Set(order.slice(0, left));
  return cut.map((part, place) => trimmed(decimalFrom({ units: raised.has(place) ? part + 1n : part, scale })));
}

/** Weights in the same proportions as whole numbers. */
function wholeWeights(weights: readonly (Decimal | Rational)[]): readonly bigint[] {
  const fractions = weights.map(weight => (typeof weight === 'string' ? rationalOf(weight) : weight));
  const common = fractions.reduce((product, { denominator }) => product * denominator, 1n);
  return fractions.map(({ numerator, denominator }) => numerator * (common / denominator));
}

function compare(a: bigint = 0n, b: bigint = 0n): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
