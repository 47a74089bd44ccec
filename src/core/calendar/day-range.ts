import { type Day, type DayNumber, fromDayNumber, toDayNumber } from './day.ts';

/** Days from the first to the last, both included; never empty. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** How many days a range has; a single day has 1. */
export function lengthOf({ from, to }: DayRange): number {
  return toDayNumber(to) - toDayNumber(from) + 1;
}

export function contains({ from, to }: DayRange, day: Day): boolean {
  return from <= day && day <= to;
}

/** The days two ranges share; undefined when they share none. */
export function intersection(a: DayRange, b: DayRange): DayRange | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : undefined;
}

export function sameRange(a: DayRange, b: DayRange): boolean {
  return a.from === b.from && a.to === b.to;
}

export function daysIn({ from, to }: DayRange): readonly Day[] {
  const first = toDayNumber(from);
  return Array.from({ length: toDayNumber(to) - first + 1 }, (_, index) => fromDayNumber(first + index));
}

/** The range between two day numbers. */
export function rangeOfNumbers(from: DayNumber, to: DayNumber): DayRange {
  return { from: fromDayNumber(from), to: fromDayNumber(to) };
}
