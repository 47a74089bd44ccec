import { at } from './at.ts';
import type { PointPath } from './point-path.ts';

/** What one forecast made in the past missed by: actual − forecast of step 1, 2, …; null where there is no actual value. */
export interface PastErrors {
  /** How many values of the history it was made from. */
  readonly origin: number;
  readonly errors: readonly (number | null)[];
  /** It had found a season in what it was made from. */
  readonly seasonal: boolean;
}

/**
 * Forecasts made again at the ends of ever longer parts of a history, and what they missed by. [FOR-20]
 *
 * In    the history, at which lengths to cut it, the furthest step, and the forecaster, which sees nothing but the part
 */
export function rollingErrors(
  history: readonly (number | null)[],
  origins: readonly number[],
  horizon: number,
  forecast: (part: readonly (number | null)[], horizon: number) => Pick<PointPath, 'path' | 'season'>,
): PastErrors[] {
  return origins.map(origin => {
    const { path, season } = forecast(history.slice(0, origin), Math.min(horizon, history.length - origin));
    const errors = path.map((value, h) => {
      const actual = history[origin + h];
      return actual === undefined || actual === null ? null : actual - value;
    });
    return { origin, errors, seasonal: season !== undefined };
  });
}

/** The errors that were already known when a history had this many values. */
export function knownAt(past: readonly PastErrors[], length: number): PastErrors[] {
  return past.flatMap(({ origin, errors, seasonal }) =>
    origin < length ? [{ origin, errors: errors.slice(0, length - origin), seasonal }] : [],
  );
}

/** How many errors there are per step, and their mean squares; 0 where there are none. */
export function meanSquares(
  past: readonly PastErrors[],
  horizon: number,
): { readonly counts: number[]; readonly squares: number[] } {
  const counts = new Array<number>(horizon).fill(0);
  const sums = new Array<number>(horizon).fill(0);
  for (const { errors } of past)
    for (let h = 0; h < Math.min(horizon, errors.length); h++) {
      const error = errors[h];
      if (error === null || error === undefined) continue;
      counts[h] = at(counts, h) + 1;
      sums[h] = at(sums, h) + error * error;
    }
  return { counts, squares: sums.map((sum, h) => (at(counts, h) > 0 ? sum / at(counts, h) : 0)) };
}
