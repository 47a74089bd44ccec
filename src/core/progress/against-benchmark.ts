import type { Direction } from '../unit/unit.ts';

/** What is usual elsewhere: one figure, or from where to where. */
export interface Benchmark {
  readonly low: number | null;
  readonly high: number | null;
}

/** Where a value stands beside what is usual elsewhere. [VIS-14] */
export interface AgainstBenchmark {
  /** The figure it is held against: the edge that lies nearer, or the one figure there is. */
  readonly figure: number;
  /** value − figure; 0 inside a range. */
  readonly gap: number;
  readonly is: 'better' | 'worse' | 'within';
}

/**
 * In    a value and a benchmark in the same unit; which way is better
 * Out   undefined without a figure; inside a range, and exactly on one figure, it is within; a KPI with a range of its own as its aim
 *       is never better or worse than others outside theirs, only beside it: worse
 */
export function againstBenchmark(value: number, { low, high }: Benchmark, direction: Direction): AgainstBenchmark | undefined {
  const [least, most] = [low ?? high, high ?? low];
  if (least === null || most === null) return undefined;
  if (least <= value && value <= most) return { figure: value - least <= most - value ? least : most, gap: 0, is: 'within' };
  const figure = value < least ? least : most;
  const isBetter = direction === 'range' ? false : value > most === (direction === 'up');
  return { figure, gap: value - figure, is: isBetter ? 'better' : 'worse' };
}
