import { type Day, dayOf } from '../calendar/day.ts';

/** The order in which a column writes the parts of its dates. */
export type DateFormat = 'ymd' | 'mdy' | 'dmy';

/** One way to read a date written in bare numbers. */
export interface DateCandidate {
  readonly format: DateFormat;
  readonly day: Day;
}

/**
 * Every way to read three bare numbers as a real day: 03/04/2026 is 4 March or 3 April, 26/04/2026 only 26 April. [TXT-33]
 * A year of two digits from 70 is 19xx, below 20xx.
 */
export function dateCandidates(first: string, second: string, third: string): readonly DateCandidate[] {
  const orders: readonly (readonly [DateFormat, string, string, string])[] = [
    ['ymd', first, second, third],
    ['mdy', third, first, second],
    ['dmy', third, second, first],
  ];
  return orders.flatMap(([format, year, month, day]) => {
    if (year.length !== 2 && year.length !== 4) return [];
    if (month.length > 2 || day.length > 2) return [];
    const read = dayOf({ year: fullYear(year), month: Number(month), day: Number(day) });
    return read ? [{ format, day: read }] : [];
  });
}

export function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 2 ? year + (year >= 70 ? 1900 : 2000) : year;
}
