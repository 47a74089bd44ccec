import { seasonallyAdjusted } from './seasonal-adjustment.ts';

/**
 * Naive2 of the M competitions: the last value, adjusted for season when the 90 % test finds one. [FOR-64]
 * The yardstick every method must beat. No values: zeros.
 * Source: Makridakis and Hibon, International Journal of Forecasting 16 (2000), 451–476.
 */
export function naive2(values: readonly number[], season: number, horizon: number): number[] {
  const { adjusted, reseasoned } = seasonallyAdjusted(values, season);
  return reseasoned(new Array<number>(horizon).fill(adjusted[adjusted.length - 1] ?? 0));
}
