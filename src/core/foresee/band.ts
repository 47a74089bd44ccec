import { sortedQuantile } from '../stats/quantile.ts';

/** Tenth, half and nine tenths of the outcomes lie below. */
export interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Middle and tenths of draws; null when there are none, or one of them has no value. */
export function bandOf(draws: Float64Array): Band | null {
  if (draws.length === 0 || draws.some(Number.isNaN)) return null;
  const sorted = draws.slice().sort();
  return { p10: sortedQuantile(sorted, 0.1), p50: sortedQuantile(sorted, 0.5), p90: sortedQuantile(sorted, 0.9) };
}
