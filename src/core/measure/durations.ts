import { businessDaysBetween } from '../calendar/business-day.ts';
import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { daysBetween } from '../calendar/day.ts';
import { add, multiply, type Rational, rational, subtract } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { PairCount } from './parts.ts';

/**
 * Mean, median or 90th percentile of the time pairs took, in hours, days or business days; undefined with no pairs. [MET-08]
 * Hours are the seconds between the two events, of pairs that carry them, over 3,600; days are those between the two dates (the same day is 0); business days as in [CNV-05].
 * Percentiles interpolate between neighbours: type 7 of Hyndman and Fan (1996), the default of R and of spreadsheets.
 */
export function durationOf(
  pairs: readonly PairCount[],
  unit: LengthUnit,
  take: 'mean' | 'median' | 'p90',
  calendar: CalendarSettings,
): Rational | undefined {
  const inSeconds = unit === 'hours';
  const found = lengthOf(lengthsOf(pairs, unit, calendar), take);
  return inSeconds && found ? multiply(found, rational(1, 3_600)) : found;
}

export type LengthUnit = 'hours' | 'days' | 'business-days';

function lengthOf(lengths: readonly LengthCount[], take: 'mean' | 'median' | 'p90'): Rational | undefined {
  const total = lengths.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  switch (take) {
    case 'mean':
      return rational(
        lengths.reduce((sum, { length, count }) => sum + BigInt(length) * BigInt(count), 0n),
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
  /** Seconds, where hours are asked for; else whole days. */
  readonly length: number;
  readonly count: number;
}

function lengthsOf(pairs: readonly PairCount[], unit: LengthUnit, calendar: CalendarSettings): readonly LengthCount[] {
  const counts = new Map<number, number>();
  for (const pair of pairs) {
    const length = lengthOfPair(pair, unit, calendar);
    counts.set(length, (counts.get(length) ?? 0) + pair.count);
  }
  return [...counts].map(([length, count]) => ({ length, count })).sort((a, b) => a.length - b.length);
}

function lengthOfPair({ from, to, seconds }: PairCount, unit: LengthUnit, calendar: CalendarSettings): number {
  switch (unit) {
    case 'hours':
      if (seconds === undefined) throw new Error('pairs without their seconds');
      return seconds;
    case 'days':
      return daysBetween(from, to);
    case 'business-days':
      return businessDaysBetween(from, to, calendar);
    default:
      return unreachable(unit);
  }
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
  for (const { length, count } of lengths) {
    seen += count;
    if (index < seen) return length;
  }
  throw new Error(`no value at ${index}`);
}
