import { at } from './at.ts';
import { isSeasonal } from './autocorrelation.ts';
import { seasonalIndices } from './classical-decomposition.ts';

/** A series without its season, and the way back for forecasts of the steps after it. */
export interface Adjusted {
  readonly adjusted: readonly number[];
  readonly seasonal: boolean;
  readonly reseasoned: (forecast: readonly number[]) => number[];
}

/**
 * Adjusts for season as Naive2 and Theta of the M3 competition do: by classical multiplicative decomposition when the 90 % test
 * of autocorrelation finds a season; unchanged otherwise, and where an index would not be above 0. [FOR-61, FOR-62]
 */
export function seasonallyAdjusted(values: readonly number[], season: number): Adjusted {
  const indices = isSeasonal(values, season) ? seasonalIndices(values, season, 'multiplicative') : undefined;
  if (!indices?.every(index => index > 1e-10))
    return { adjusted: values, seasonal: false, reseasoned: forecast => [...forecast] };
  return {
    adjusted: values.map((value, t) => value / at(indices, t % season)),
    seasonal: true,
    reseasoned: forecast => forecast.map((value, h) => value * at(indices, (values.length + h) % season)),
  };
}
