import { isBusinessDay } from '../calendar/business-day.ts';
import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { type Day, toDayNumber, weekdayOfNumber } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { CONSPICUOUS, modifiedZ } from '../stats/modified-z.ts';
import { medianOf } from '../stats/quantile.ts';

/** A value with its period. */
export interface PeriodValue extends DayRange {
  readonly value: number;
}

/** A value far off its like: how far, what is usual, and of how many. [QUA-10] */
export interface Outlier extends PeriodValue {
  readonly z: number;
  readonly usual: number;
  readonly among: number;
}

/** What is nearer to the usual than this share of it is not worth anybody's time, however quiet its like are. */
const NEAR = 0.1;

/** Fewer values of a kind say nothing about what is usual. */
const LEAST = 8;

/**
 * The values with a modified z-score beyond ±3.5. [QUA-10, MEA-14]
 *
 * In    values of one metric; `kindOf`: values are held against those of the same kind only (weekdays)
 * Out   those that are also more than a tenth away from the median of their kind; none among fewer than 8 of a kind, and none where more than half of a kind are equal: there is no spread to measure by
 */
export function outliersIn(
  values: readonly PeriodValue[],
  kindOf: (value: PeriodValue) => string = () => '',
): readonly Outlier[] {
  const kinds = new Map<string, PeriodValue[]>();
  for (const value of values) {
    const kind = kindOf(value);
    kinds.set(kind, [...(kinds.get(kind) ?? []), value]);
  }
  return [...kinds.values()]
    .filter(alike => alike.length >= LEAST)
    .flatMap(alike => {
      const numbers = alike.map(({ value }) => value);
      const scores = modifiedZ(numbers);
      const usual = medianOf(numbers) ?? 0;
      return alike.flatMap((one, place): Outlier[] => {
        const z = scores[place];
        const isFar = Math.abs(one.value - usual) > NEAR * Math.abs(usual);
        return z !== undefined && Math.abs(z) > CONSPICUOUS && isFar ? [{ ...one, z, usual, among: alike.length }] : [];
      });
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Days are alike when they are the same weekday; days off in the week are a kind of their own. [QUA-10] */
export function dayKind(day: Day, calendar: CalendarSettings): string {
  const weekday = weekdayOfNumber(toDayNumber(day));
  return weekday < 6 && !isBusinessDay(day, calendar) ? 'off' : String(weekday);
}
