import { z } from 'zod';
import type { QuestionScope } from './question-scope.ts';

/**
 * Lower median, 90th percentile and greatest of an expression over the rows where a condition holds; of a part of the people every
 * distinct value with how often it occurs, from which `spreadOf` finds the same. [JRN-16]
 */
export function spreadSql(value: string, condition: string, { isPart }: QuestionScope, name: string): string {
  if (isPart) return `sumMapIf([${value}], [toUInt64(1)], ${condition})`;
  const sorted = `(arraySort(groupArrayIf(${value}, ${condition})) AS ${name})`;
  return `[${sorted}[intDiv(length(${name}) + 1, 2)], ${name}[intDiv(9 * length(${name}) + 9, 10)], ${name}[length(${name})]]`;
}

const figures = z.tuple([z.number(), z.number(), z.number()]).transform(([median, p90, greatest]) => ({ median, p90, greatest }));
const occurrences = z.tuple([z.array(z.number()), z.array(z.number())]);
export const spreadCell = z.union([figures, occurrences]);

export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly greatest: number;
}

/** The figures of all the people together, from the cells of one shard or of several; null with nobody. */
export function spreadOf(cells: readonly z.infer<typeof spreadCell>[], people: number): Spread | null {
  if (people === 0) return null;
  const [whole] = cells;
  if (whole && 'median' in whole) return whole;
  const counted = addOccurrences(cells.flatMap(cell => ('median' in cell ? [] : [cell])));
  return {
    median: valueAt(counted, Math.ceil(people / 2)),
    p90: valueAt(counted, Math.ceil((9 * people) / 10)),
    greatest: valueAt(counted, people),
  };
}

/** Values in ascending order, each with how often it occurs. */
export type Occurrences = readonly (readonly [value: number, times: number])[];

/** Distributions of several shards as one. */
export function addOccurrences(parts: readonly (readonly [readonly number[], readonly number[]])[]): Occurrences {
  const counts = new Map<number, number>();
  for (const [values, times] of parts)
    for (const [index, value] of values.entries()) counts.set(value, (counts.get(value) ?? 0) + (times[index] ?? 0));
  return [...counts].sort(([a], [b]) => a - b);
}

/** The value at a position, 1 the first. */
export function valueAt(occurrences: Occurrences, position: number): number {
  let before = 0;
  for (const [value, times] of occurrences) {
    before += times;
    if (before >= position) return value;
  }
  throw new Error(`no position ${position}`);
}
