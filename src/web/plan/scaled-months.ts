import type { NodeView } from '#contract/plan-view.ts';
import { trimmed } from '#core/number/decimal.ts';
import { add, compareRationals, multiply, rational, rationalOf, roundRational } from '#core/number/rational.ts';
import { digitsFor } from '#core/plan/target-text.ts';

/** The months of a node's sheet times a factor, as they are written in the sheet; rounded the way that goes further. [PLN-62] */
export function scaledMonths(
  { months, unit }: Pick<NodeView, 'months' | 'unit'>,
  factor: number,
): Readonly<Record<string, string>> {
  // The factor is a rounded number: a hair more, so that rounding it never leaves the goal a hair short.
  const times = rationalOf(factor * (factor > 1 ? 1 + HAIR : 1 - HAIR));
  return Object.fromEntries(
    Object.entries(months).map(([month, value]) => {
      const exact = multiply(rationalOf(value), times);
      const digits = digitsFor(unit);
      const nearest = roundRational(exact, digits);
      const order = compareRationals(rationalOf(nearest), exact);
      const step = rational(factor > 1 ? 1 : -1, 10n ** BigInt(digits));
      const enough = factor > 1 ? order >= 0 : order <= 0;
      const rounded = enough ? nearest : roundRational(add(rationalOf(nearest), step), digits);
      return [month, unit.kind === 'ratio' ? `${asPercent(rounded)}%` : trimmed(rounded)];
    }),
  );
}

const HAIR = 1e-9;

function asPercent(decimal: string): string {
  return trimmed(roundRational(multiply(rationalOf(decimal), rationalOf(100)), 2));
}
