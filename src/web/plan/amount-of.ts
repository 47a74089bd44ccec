import type { NodeView } from '#contract/plan-view.ts';
import { add, divide, type Rational, rational, rationalOf } from '#core/number/rational.ts';
import { decimalText } from '#core/plan/shown.ts';

/**
 * What a plan asks of a node, as one number: its target; where its months differ, their mean, of a stock the last. [PLN-66]
 * Undefined where nothing is asked for.
 */
export function amountOf({
  role,
  time,
  target,
  months,
}: Pick<NodeView, 'role' | 'time' | 'target' | 'months'>): string | undefined {
  const given = Object.entries(months).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (role === 'goal' || given.length === 0) return target?.value;
  if (time === 'stock') return given.at(-1)?.[1];
  const sum = given.reduce<Rational>((all, [, value]) => add(all, rationalOf(value)), rational(0));
  return decimalText(divide(sum, rational(given.length)) ?? rational(0));
}
