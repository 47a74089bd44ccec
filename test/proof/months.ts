import { type Fraction, fraction, greater, isLess, lesser, minus, over, ZERO } from './fraction.ts';

/** One calendar month of a plan, with the days of it that lie in the plan. */
export interface Month {
  /** Days of the whole month. */
  readonly length: number;
  /** First and last day in the plan, counted from 1. */
  readonly first: number;
  readonly last: number;
  readonly year: number;
  readonly month: number;
}

/** The months from one day to another, the first and last as far as the days reach. */
export function monthsBetween(from: string, to: string): readonly Month[] {
  const [start, end] = [partsOf(from), partsOf(to)];
  const count = (end.year - start.year) * 12 + end.month - start.month + 1;
  return Array.from({ length: count }, (_, i) => {
    const first = new Date(Date.UTC(start.year, start.month - 1 + i, 1));
    const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return { year, month, length, first: i === 0 ? start.day : 1, last: i === count - 1 ? end.day : length };
  });
}

export function daysOf(month: Month): number {
  return month.last - month.first + 1;
}

/** The share of a month's plan days that lie on or before a day. */
export function shareUpTo(month: Month, day: string | undefined): Fraction {
  if (day === undefined) return fraction(1);
  const limit = partsOf(day);
  const order = (limit.year - month.year) * 12 + limit.month - month.month;
  if (order !== 0) return fraction(order < 0 ? 0 : 1);
  const days = Math.min(month.last, limit.day) - month.first + 1;
  return days <= 0 ? ZERO : fraction(days, daysOf(month));
}

/** Of what one month sends, the share that falls into another month's plan days, both laid over one another. */
export function overlap(from: Month | undefined, to: Month): Fraction {
  const window = (month: Month) => [fraction(month.first - 1, month.length), fraction(month.last, month.length)] as const;
  const [sentFrom, sentTo] = from ? window(from) : [ZERO, fraction(1)];
  const [metFrom, metTo] = window(to);
  const [begin, end] = [greater(sentFrom, metFrom), lesser(sentTo, metTo)];
  if (!isLess(begin, end)) return ZERO;
  return over(minus(end, begin), minus(sentTo, sentFrom)) ?? ZERO;
}

function partsOf(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}
