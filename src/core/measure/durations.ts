import { businessDaysBetween } from '../calendar/business-day.ts';
import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { daysBetween } from '../calendar/day.ts';
import { add, multiply, type Rational, rational, subtract } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { PairCount } from './parts.ts';

/**
 * Mean, median or 90th percentile of the time pairs took, in days or business days; undefined with no pairs. [MET-08]
 * Days are those between the two dates (the same day is 0); business days as in [CNV-05].
 * Percentiles interpolate between neighbours: type 7 of Hyndman and Fan (1996), the default of R and of spreadsheets.
 */
export function durationOf(
  pairs: readonly PairCount[],
  unit: 'days' | 'business-days',
  take: 'mean' | 'median' | 'p90',
  calendar: CalendarSettings,
): Rational | undefined {
  const lengths = lengthsOf(pairs, unit, calendar);
  const total = lengths.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  switch (take) {
    case 'mean':
      return rational(
        lengths.reduce((sum, { days, count }) => sum + BigInt(days) * BigInt(count), 0n),
        BigInt(total),
      );
    case 'median':
      return percentile(lengths, total, 1, 2);
    case 'p90':
      return percentile(lengths, total, 9, 10);
    default:
      return unreachable(take);
  }
}

interface LengthCount {
  readonly days: number;
  readonly count: number;
}

function lengthsOf(
  pairs: readonly PairCount[],
  unit: 'days' | 'business-days',
  calendar: CalendarSettings,
): readonly LengthCount[] {
  const counts = new Map<number, number>();
  for (const { from, to, count } of pairs) {
    const days = unit === 'days' ? daysBetween(from, to) : businessDaysBetween(from, to, calendar);
    counts.set(days, (counts.get(days) ?? 0) + count);
  }
  return [...counts].map(([days, count]) => ({ days, count })).sort((a, b) => a.days - b.days);
}

function percentile(lengths: readonly LengthCount[], total: number, numerator: number, denominator: number): Rational {
  const position = (total - 1) * numerator;
  const index = Math.floor(position / denominator);
  const low = rational(valueAt(lengths, index));
  const high = rational(valueAt(lengths, Math.min(index + 1, total - 1)));
  return add(low, multiply(subtract(high, low), rational(position - index * denominator, denominator)));
}

function valueAt(lengths: readonly LengthCount[], index: number): number {
  let seen = 0;
  for (const { days, count } of lengths) {
    seen += count;
    if (index < seen) return days;
  }
  throw new Error(`no value at ${index}`);
}
