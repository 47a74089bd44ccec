import { at } from './at.ts';
import { type ErrorModel, fitErrorModel, halfWidth } from './error-model.ts';
import { type NestedCoverage, nestedCoverage, widened } from './nested-coverage.ts';
import { type PointPath, pointPath } from './point-path.ts';
import { meanSquares, type PastErrors, rollingErrors } from './rolling-errors.ts';
import { comparableErrors, type KnownSeason, seasonalSpread } from './season-known.ts';
import { fromWorking, type Support, toWorking, type WorkingScale, workingScaleFor } from './working-scale.ts';

/** A history in equal steps, oldest first, and what is wanted of it. */
export interface SeriesAsked {
  /** Null where there is no value. */
  readonly values: readonly (number | null)[];
  readonly support: Support;
  /** Steps of a season: 12 for months; 1 for none. */
  readonly period: number;
  readonly horizon: number;
  /** How many past forecasts are made again at most; 24 when absent. */
  readonly origins?: number;
  /** Steps between their origins; 1 when absent. */
  readonly stride?: number;
  /** Variance that values have only because they count cases, on a working scale; none when absent. */
  readonly counting?: (scale: WorkingScale) => number;
}

/** What a series will most likely be, how far it may be off, and what that rests on. [FOR-01] */
export type Forecast = Foreseen | { readonly state: 'none'; readonly why: 'no-values' };

export interface Foreseen {
  readonly state: 'forecast';
  readonly points: readonly ForecastPoint[];
  readonly basis: ForecastBasis;
  readonly working: WorkingForecast;
}

/** Finds the most likely path of a part of the history; `first` is the place the part begins at. */
export type PathFinder = (part: readonly (number | null)[], horizon: number, first: number) => PointPath;

/** One step ahead, in the metric's unit. Half of the outcomes lie above the median, 8 and 9 of 10 in the intervals. */
export interface ForecastPoint {
  readonly median: number;
  readonly low80: number;
  readonly high80: number;
  readonly low90: number;
  readonly high90: number;
}

/** What a forecast rests on. */
export interface ForecastBasis {
  /** Values it is made from, and places in the middle without one. */
  readonly values: number;
  readonly gaps: number;
  readonly seasonal: boolean;
  /** Places of values that stand alone and were pulled in. */
  readonly outliers: readonly number[];
  /** Places at which the level jumped for good. */
  readonly shifts: readonly number[];
  /** How intervals did that were made in the past; undefined when the history is too short to tell. */
  readonly coverage?: NestedCoverage;
  readonly method: ForecastMethod;
  readonly notes: readonly ForecastNote[];
}

/** `smoothing`: below 6 values. `theta`: with Theta, below 12. `combined`: four methods. */
export type ForecastMethod = 'smoothing' | 'theta' | 'combined';

export type ForecastNote =
  /** Too few values to measure errors on: the width is partly an assumption. */
  | 'short-history'
  /** Less than two whole seasons: a season cannot be told from growth. */
  | 'season-unknown'
  /** The history never moves: so does the forecast, and a width cannot be measured. */
  | 'never-changes'
  | 'all-zero'
  /** Values below zero where none were expected. */
  | 'negative-values';

/** The forecast on the scale on which its errors add. */
export interface WorkingForecast {
  readonly scale: WorkingScale;
  readonly path: readonly number[];
  readonly model: ErrorModel;
  /** The history from its first value to its last. */
  readonly values: readonly (number | null)[];
  /** Past errors on this scale; their origins count from the first value. */
  readonly past: readonly PastErrors[];
  /** Place of the first value in the history. */
  readonly first: number;
}

/**
 * Forecasts a series with intervals that were tested on its own past. [FOR-01, FOR-20, FOR-22]
 *
 * In    values in the metric's unit, null for gaps; gaps at the end push the first step ahead; horizon of at least 1
 * Out   one point per step; the named answer `no-values` where there is none; never NaN
 * How   docs/method/forecast.md: four simple methods combined on a working scale, rolling origins, a model of their errors, widened by
 *       what its own back-test missed
 */
export function forecastSeries(asked: SeriesAsked): Forecast {
  return forecastBy(asked, (part, horizon) => pointPath(part, asked.period, horizon));
}

/** The same with another way to find the path, which is given the values so far on the working scale. */
export function forecastBy(asked: SeriesAsked, pathOf: PathFinder): Forecast {
  const first = asked.values.findIndex(value => value !== null);
  if (first < 0) return { state: 'none', why: 'no-values' };
  const last = asked.values.findLastIndex(value => value !== null);
  const values = asked.values.slice(first, last + 1);
  const missing = asked.values.length - 1 - last;
  const known = values.filter(value => value !== null);
  const negative = asked.support !== 'any' && known.some(value => value < 0);
  const scale = workingScaleFor(values, negative ? 'any' : asked.support);
  const worked = values.map(value => (value === null ? null : toWorking(value, scale)));
  const horizon = asked.horizon + missing;
  const found = pathOf(worked, horizon, first);
  const season: KnownSeason | undefined = found.season && { period: asked.period, length: worked.length };
  const all = pastErrors(worked, asked, horizon, (part, ahead) => pathOf(part, ahead, first));
  const past = comparableErrors(all, season);
  const coverage = nestedCoverage(all, horizon, season);
  const fitted = errorModel(past, horizon, known.length, worked, scale, asked.counting?.(scale) ?? 0, season);
  const model = coverage ? widened(fitted, coverage) : fitted;
  const place = (index: number) => index + first;
  const path = found.path.slice(missing);
  return {
    state: 'forecast',
    points: path.map((value, h) => pointOf(value, h + missing, model, scale)),
    basis: {
      values: known.length,
      gaps: values.length - known.length,
      seasonal: found.season !== undefined,
      outliers: found.outliers.map(place),
      shifts: found.shifts.map(shift => place(shift.at)),
      ...(coverage ? { coverage } : {}),
      method: known.length < 6 ? 'smoothing' : known.length < 12 ? 'theta' : 'combined',
      notes: notesOf(known, values.length, asked.period, coverage, negative),
    },
    working: { scale, path, model, values: worked, past, first },
  };
}

/** Middle and ends of the intervals of one step, back in the metric's unit. */
export function pointOf(value: number, h: number, model: ErrorModel, scale: WorkingScale): ForecastPoint {
  const [wide, narrow] = [halfWidth(model, h, 0.9), halfWidth(model, h, 0.8)];
  return {
    median: fromWorking(value, scale),
    low80: fromWorking(value - narrow, scale),
    high80: fromWorking(value + narrow, scale),
    low90: fromWorking(value - wide, scale),
    high90: fromWorking(value + wide, scale),
  };
}

const LEAST_ORIGIN = 4;
const MOST_ORIGINS = 24;

function pastErrors(
  worked: readonly (number | null)[],
  { period, origins, stride }: SeriesAsked,
  horizon: number,
  forecast: (part: readonly (number | null)[], horizon: number) => PointPath,
): PastErrors[] {
  const n = worked.length;
  const step = stride ?? 1;
  const count = origins ?? MOST_ORIGINS;
  const earliest = Math.max(LEAST_ORIGIN, Math.min(2 * period + 1, Math.floor(n / 2)), n - count * step);
  const places: number[] = [];
  for (let origin = n - 1; origin >= earliest; origin -= step) if (worked[origin] !== null) places.unshift(origin);
  return rollingErrors(worked, places, horizon, forecast);
}

/** Errors of 15 % are assumed where none were seen, and count as much as this many that were. */
const ASSUMED = 0.15;
const WORTH = 1;
/** Differences to a straight line contain half of what a level usually wanders. */
const IN_SPREAD = 0.15;

function errorModel(
  past: readonly PastErrors[],
  horizon: number,
  count: number,
  worked: readonly (number | null)[],
  scale: WorkingScale,
  counting: number,
  season: KnownSeason | undefined,
): ErrorModel {
  const moments = meanSquares(past, horizon);
  const seen = at(moments.counts, 0);
  const model = fitErrorModel(moments, counting);
  if (model && seen >= 12) return model;
  const ofSeason = season && seasonalSpread(worked, season.period);
  const assumed = ofSeason?.spread ?? assumedSpread(worked, scale);
  const worth = ofSeason?.worth ?? WORTH;
  if (!model && ofSeason) return { sigma: assumed, wander: Math.sqrt(IN_SPREAD), degrees: Math.max(3, worth) };
  if (!model) return { sigma: assumed, wander: Math.sqrt(0.3), degrees: 3 };
  if (model.sigma === 0 && count > 2) return model;
  const variance = (seen * model.sigma ** 2 + worth * assumed ** 2) / (seen + worth);
  if (ofSeason) return { ...model, sigma: Math.sqrt(variance), degrees: Math.max(model.degrees, worth) };
  return { ...model, sigma: Math.max(model.sigma, Math.sqrt(variance)) };
}

/** That share of the usual size, as it looks on the working scale. */
function assumedSpread(worked: readonly (number | null)[], scale: WorkingScale): number {
  const sizes = worked.flatMap(value => (value === null ? [] : [Math.abs(value)]));
  const usual = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  switch (scale) {
    case 'logarithm':
    case 'logit':
      return ASSUMED;
    case 'square-root':
    case 'arcsine':
      return (ASSUMED * usual) / 2;
    case 'identity':
      return ASSUMED * usual;
  }
}

const SHORT = 12;

function notesOf(
  known: readonly number[],
  length: number,
  period: number,
  coverage: NestedCoverage | undefined,
  negative: boolean,
): readonly ForecastNote[] {
  const notes: ForecastNote[] = [];
  if (known.every(value => value === 0)) notes.push('all-zero');
  else if (known.length > 1 && known.every(value => value === known[0])) notes.push('never-changes');
  if (known.length < SHORT || !coverage) notes.push('short-history');
  if (period > 1 && length < 2 * period) notes.push('season-unknown');
  if (negative) notes.push('negative-values');
  return notes;
}
