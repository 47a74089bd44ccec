import type { Decimal } from '../measure/observation.ts';
import type { Metric } from '../metric/metric.ts';
import { compareDecimals, shiftPoint, trimmed } from '../number/decimal.ts';
import { add, rational, rationalOf, roundRational } from '../number/rational.ts';
import { digitsFor } from '../plan/target-text.ts';
import type { Lang } from '../text/text.ts';

type Needing = Pick<Metric, 'unit' | 'direction' | 'aggregation'>;

/**
 * The target to type so that a driver is what the goal needs: 月16,667, 2.1%, 8,000. Rounded the way that still suffices. [BEG-33]
 * `needed`: in the metric's unit, per month where it adds up over time.
 */
export function neededTarget(needed: Decimal, metric: Needing, lang: Lang): string {
  const rounded = roundedNeed(needed, metric);
  if (metric.unit.kind === 'ratio') return `${trimmed(shiftPoint(rounded, 2))}%`;
  const amount = rounded.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  if (!isMonthly(metric)) return amount;
  return lang === 'ja' ? `月${amount}` : `${amount} per month`;
}

/** What a driver has to be in whole things, tenths of a per cent or whole yen, so that it still suffices. */
export function roundedNeed(needed: Decimal, { unit, direction }: Omit<Needing, 'aggregation'>): Decimal {
  const digits = digitsFor(unit);
  const nearest = roundRational(rationalOf(needed), digits);
  const order = compareDecimals(nearest, needed);
  const isEnough = direction === 'down' ? order <= 0 : order >= 0;
  const step = rational(direction === 'down' ? -1n : 1n, 10n ** BigInt(digits));
  return trimmed(isEnough ? nearest : roundRational(add(rationalOf(nearest), step), digits));
}

/** Whether what is needed of it is needed each month. */
export function isMonthly({ aggregation }: Pick<Metric, 'aggregation'>): boolean {
  return aggregation === 'sum' || aggregation === 'distinct';
}
