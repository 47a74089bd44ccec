import { at } from './at.ts';

/**
 * Symmetric mean absolute percentage error as the M3 competition defines it: the mean of 2|y − f| ÷ (|y| + |f|), as a fraction
 * (0.1385 is 13.85 %). [FOR-60]
 * Both zero: an error of 0. Undefined without values.
 * Source: Makridakis and Hibon, "The M3-Competition", International Journal of Forecasting 16 (2000), appendix A.
 */
export function smape(actual: ArrayLike<number>, forecast: ArrayLike<number>): number | undefined {
  return meanOf(actual, forecast, (y, f) => (y === f ? 0 : (2 * Math.abs(y - f)) / (Math.abs(y) + Math.abs(f))));
}

/**
 * Mean absolute scaled error: mean |y − f| ÷ the mean absolute change of the history over one season. [FOR-60]
 * Undefined without values, with a history no longer than a season, or with one that never changes.
 * Source: Hyndman and Koehler, "Another look at measures of forecast accuracy", International Journal of Forecasting 22 (2006).
 */
export function mase(
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  history: ArrayLike<number>,
  season = 1,
): number | undefined {
  let changes = 0;
  for (let t = season; t < history.length; t++) changes += Math.abs(at(history, t) - at(history, t - season));
  const scale = changes / (history.length - season);
  const error = meanOf(actual, forecast, (y, f) => Math.abs(y - f));
  return error !== undefined && scale > 0 && Number.isFinite(scale) ? error / scale : undefined;
}

/**
 * Pinball loss of one quantile: (y − q)·p above it, (q − y)·(1 − p) below it, averaged; in the unit of the values. [FOR-60]
 * The lower the better; smallest on average when q is the true quantile.
 */
export function pinball(actual: ArrayLike<number>, quantile: ArrayLike<number>, probability: number): number | undefined {
  return meanOf(actual, quantile, (y, q) => (y >= q ? (y - q) * probability : (q - y) * (1 - probability)));
}

/** Share of the values that lie in their intervals, ends included. Undefined without values. [FOR-60] */
export function coverage(actual: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>): number | undefined {
  if (actual.length === 0) return undefined;
  let inside = 0;
  for (let i = 0; i < actual.length; i++) if (at(actual, i) >= at(low, i) && at(actual, i) <= at(high, i)) inside++;
  return inside / actual.length;
}

function meanOf(
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  error: (actual: number, forecast: number) => number,
): number | undefined {
  if (actual.length === 0) return undefined;
  let sum = 0;
  for (let i = 0; i < actual.length; i++) sum += error(at(actual, i), at(forecast, i));
  return sum / actual.length;
}
