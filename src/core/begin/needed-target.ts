import type { Decimal } from '../measure/observation.ts';
import type { Metric } from '../metric/metric.ts';
import { compareDecimals, shiftPoint, trimmed } from '../number/decimal.ts';
import { add, rational, rationalOf, roundRational } from '../number/rational.ts';
import { digitsFor } from '../plan/target-text.ts';
import type { Lang } from '../text/text.ts';

/**
 * The target to type so that a driver is what the goal needs: 月16,667, 2.1%, 8,000. Rounded the way that still suffices. [BEG-33]
 * `needed`: in the metric's unit, per month where it adds up over time.
 */
export function neededTarget(
  needed: Decimal,
  { unit, direction, aggregation }: Pick<Metric, 'unit' | 'direction' | 'aggregation'>,
  lang: Lang,
): string {
  const digits = digitsFor(unit);
  const nearest = roundRational(rationalOf(needed), digits);
  const order = compareDecimals(nearest, needed);
  const isEnough = direction === 'down' ? order <= 0 : order >= 0;
  const step = rational(direction === 'down' ? -1n : 1n, 10n ** BigInt(digits));
  const rounded = trimmed(isEnough ? nearest : roundRational(add(rationalOf(nearest), step), digits));
  if (unit.kind === 'ratio') return `${trimmed(shiftPoint(rounded, 2))}%`;
  const amount = rounded.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  if (aggregation !== 'sum' && aggregation !== 'distinct') return amount;
  return lang === 'ja' ? `月${amount}` : `${amount} per month`;
}
