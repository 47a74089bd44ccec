import type { Direction } from '../unit/unit.ts';
import type { BenchmarkRange } from './metric.ts';

export interface BenchmarkPosition {
  readonly where: 'below' | 'within' | 'above';
  /** Whether that is on the good side; undefined within the range. */
  readonly isGood?: boolean;
}

/**
 * Where a value lies in what is usual; the ends belong to it. Undefined for a range without ends. [CAT-B1]
 * In: value and ends in the metric's own unit (a rate as a fraction). Outside a range that is good in itself, both sides are bad.
 */
export function benchmarkPosition(
  value: number,
  { low, high }: BenchmarkRange,
  direction: Direction,
): BenchmarkPosition | undefined {
  if (low === undefined && high === undefined) return undefined;
  if (low !== undefined && value < low) return { where: 'below', isGood: direction === 'down' };
  if (high !== undefined && value > high) return { where: 'above', isGood: direction === 'up' };
  return { where: 'within' };
}
