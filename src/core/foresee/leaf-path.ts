import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { type DayRange, lengthOf } from '../calendar/day-range.ts';
import type { PaceProfile } from '../calendar/pace.ts';
import type { Adjustment } from '../plan/flat.ts';
import { at } from '../stats/at.ts';
import { spreadOf } from '../stats/error-model.ts';
import { type ForecastBasis, type ForecastPoint, type Foreseen, forecastSeries } from '../stats/forecast.ts';
import { studentQuantile } from '../stats/student-t.ts';
import { fromWorking, type Support, toWorking, type WorkingScale } from '../stats/working-scale.ts';
import { effectiveDays } from './effective-days.ts';
import { leanedRates, leastWeight, type RateWeights, weightsAhead } from './rate-weights.ts';
import { type Cases, ownSpread, samplingVariance } from './sampling-noise.ts';

/** What is known of a driver: its months so far and how it comes in over a month. */
export interface LeafHistory {
  /** Whole months in order, in the metric's unit; null where there is no value. */
  readonly closed: readonly (number | null)[];
  /** The running month to the last day of data; null with no value. */
  readonly running: number | null;
  readonly isFlow: boolean;
  readonly support: Support;
  readonly profile: PaceProfile;
  readonly cases: Cases;
  /** Denominators of a rate. */
  readonly weights?: RateWeights;
}

export interface LeafMonths {
  readonly closed: readonly DayRange[];
  /** The first months after the closed ones; the first one is the running month where `running` is given. */
  readonly ahead: readonly DayRange[];
  readonly running: DayRange | undefined;
  readonly calendar: CalendarSettings;
}

/** A driver's months ahead: the middle of each, and how to draw them. [LND-03] */
export interface LeafPath {
  readonly forecast: Foreseen;
  /** In the metric's unit; of the running month with what has happened already. */
  readonly medians: readonly number[];
  /** What `draw` gives in the middle: of the running month the rate of its rest, as if it were a whole month. */
  readonly middles: readonly number[];
  /** Middle and intervals of the months ahead. */
  readonly points: readonly ForecastPoint[];
  /** The ends that a month ahead (0 for the first) lies between with a probability. */
  readonly bandOf: (month: number, probability: number) => { readonly low: number; readonly high: number };
  readonly basis: ForecastBasis;
  /** Values of all months ahead from one standard normal number per month, and one common stretch for heavy tails. */
  readonly draw: (normals: ArrayLike<number>, stretch: number, into: Float64Array) => void;
  readonly degrees: number;
  /** What a drawn month (0 for the first ahead) becomes with what has happened in it already. */
  readonly settle: (month: number, value: number) => number;
  /** Denominators of a rate's months ahead; empty where there are none. */
  readonly weights: readonly number[];
  /** One-step errors of past forecasts ÷ their spread, by place among the closed months. */
  readonly residuals: ReadonlyMap<number, number>;
}

const SEASON = 12;

/**
 * Forecasts a driver's months ahead of its last closed one. [LND-03]
 *
 * In    the history; a flow is divided by the effective days of each month before it is forecast, and multiplied again
 * Out   undefined without any value
 * How   the running month is what has happened plus the rest at a rate between the forecast's and the month's own so far, by the share
 *       of the month that is over; later months move along by as much as the errors wander
 */
export function leafPath(history: LeafHistory, months: LeafMonths): LeafPath | undefined {
  const weightOf = (range: DayRange) => (history.isFlow ? effectiveDays(range, history.profile, months.calendar) : 1);
  const perDay = history.closed.map((value, i) => {
    const range = months.closed[i];
    const weight = range ? weightOf(range) : 0;
    return value === null || !(weight > 0) ? null : value / weight;
  });
  const rates = history.weights ? leanedRates(perDay, history.weights) : perDay;
  const asked = rates.some(rate => rate !== null) ? rates : runningOnly(history, months, weightOf);
  const forecast = forecastSeries({
    values: asked,
    support: history.support,
    period: SEASON,
    horizon: Math.max(1, months.ahead.length),
    counting: scale => usualCounting(history, months, rates, scale),
  });
  if (forecast.state === 'none') return undefined;
  const { scale, model, past, first } = forecast.working;
  const weights = months.ahead.map(weightOf);
  const part = runningPart(history, months, forecast, weightOf);
  const path = forecast.working.path.map((value, h) => (h === 0 || !part ? value : value + model.wander * part.moved));
  const denominators = history.weights ? weightsAhead(history.weights, months) : [];
  const spread = ownSpreads(history, months, forecast, rates, h => (history.isFlow ? at(weights, h) : (denominators[h] ?? 0)));
  const residuals = new Map(
    past.flatMap(({ origin, errors }) => {
      const [error] = errors;
      return error === null || error === undefined || !(model.sigma > 0) ? [] : [[origin + first, error / model.sigma] as const];
    }),
  );
  const draw = (normals: ArrayLike<number>, stretch: number, into: Float64Array): void => {
    let wandered = 0;
    for (let h = 0; h < weights.length; h++) {
      const normal = at(normals, h);
      const isPart = h === 0 && part !== undefined;
      const own = isPart ? normal / Math.sqrt(1 - part.done) : normal;
      const error = stretch * (at(spread, h) * own + model.sigma * model.wander * wandered);
      const value = fromWorking((isPart ? part.middle : at(path, h)) + error, scale);
      into[h] = at(weights, h) * value;
      wandered += isPart ? normal * Math.sqrt(1 - part.done) : normal;
    }
  };
  const middles = new Float64Array(months.ahead.length);
  draw(new Float64Array(months.ahead.length), 1, middles);
  const settled = runningMonth(history, months);
  const settle = (h: number, value: number) => (h === 0 && settled ? settled.offset + settled.factor * value : value);
  const medians = [...middles].map((value, h) => settle(h, value));
  const endOf = (h: number, inside: number): number => {
    const isPart = h === 0 && settled !== undefined;
    const stretch = isPart && part ? 1 / Math.sqrt(1 - part.done) : 1;
    const middle = isPart && part ? part.middle : at(path, h);
    const wide = stretch * Math.hypot(at(spread, h), model.sigma * model.wander * Math.sqrt(h));
    const half = wide * studentQuantile((1 + Math.abs(inside)) / 2, model.degrees);
    const value = at(weights, h) * fromWorking(middle + Math.sign(inside) * half, scale);
    return settle(h, value);
  };
  const points = medians.map((median, h): ForecastPoint => {
    const end = (inside: number) => endOf(h, inside);
    return { median, low80: end(-0.8), high80: end(0.8), low90: end(-0.9), high90: end(0.9) };
  });
  return {
    forecast,
    points,
    bandOf: (h, inside) => ({ low: endOf(h, -inside), high: endOf(h, inside) }),
    medians,
    middles: [...middles],
    basis: forecast.basis,
    draw,
    degrees: model.degrees,
    settle,
    weights: denominators,
    residuals,
  };
}

/** The spread of each month's own noise on the working scale. [LND-07] */
function ownSpreads(
  history: LeafHistory,
  months: LeafMonths,
  { working: { scale, path, model, past } }: Foreseen,
  rates: readonly (number | null)[],
  exposureAhead: (h: number) => number,
): readonly number[] {
  const usual = usualCounting(history, months, rates, scale);
  return months.ahead.map((_, h) => {
    const expected = fromWorking(at(path, h), scale);
    return ownSpread(model.sigma, past.length, usual, samplingVariance(history.cases, scale, expected, exposureAhead(h)));
  });
}

/** Mean variance of counting in the months behind, on the working scale. [LND-07] */
function usualCounting(
  { cases, isFlow, profile, weights }: LeafHistory,
  { closed, calendar }: LeafMonths,
  rates: readonly (number | null)[],
  scale: WorkingScale,
): number {
  const least = weights ? leastWeight(weights) : 0;
  const exposure = (place: number): number => {
    const range = closed[place];
    if (isFlow) return range ? effectiveDays(range, profile, calendar) : 0;
    return Math.max(weights?.closed[place] ?? 0, least);
  };
  const seen = rates.flatMap((rate, i) => (rate === null ? [] : [samplingVariance(cases, scale, rate, exposure(i))]));
  return seen.reduce((sum, variance) => sum + variance, 0) / Math.max(1, seen.length);
}

/** What has happened in the running month, and the share of it that is still to come; undefined where nothing was measured in it. [LND-03] */
export function runningMonth(
  { running, isFlow, profile }: Pick<LeafHistory, 'running' | 'isFlow' | 'profile'>,
  { ahead: [month], running: part, calendar }: Pick<LeafMonths, 'ahead' | 'running' | 'calendar'>,
): Adjustment | undefined {
  if (!month || !part || running === null) return undefined;
  const length = (range: DayRange) => (isFlow ? effectiveDays(range, profile, calendar) : lengthOf(range));
  const whole = length(month);
  const done = whole > 0 ? Math.min(1, length(part) / whole) : 0;
  return { offset: isFlow ? running : running * done, factor: 1 - done };
}

interface RunningPart {
  /** Share of the month that is over. */
  readonly done: number;
  /** Rate of the rest on the working scale. */
  readonly middle: number;
  /** How far the month's level lies from the forecast, on the working scale, as far as it is believed. */
  readonly moved: number;
}

/** Beyond so many spreads what a part of a month shows is not believed. */
const BELIEVED = 3;

/** The last hours of a month are drawn like its last twentieth. */
const MOST_DONE = 0.95;

function runningPart(
  history: LeafHistory,
  months: LeafMonths,
  { working: { scale, path, model } }: Foreseen,
  weightOf: (range: DayRange) => number,
): RunningPart | undefined {
  const { running, isFlow } = history;
  const settled = runningMonth(history, months);
  if (!settled || !months.running || running === null) return undefined;
  const done = Math.min(1 - settled.factor, MOST_DONE);
  const over = weightOf(months.running);
  if (!(done > 0) || !(over > 0)) return undefined;
  const forecast = at(path, 0);
  const seen = toWorking(isFlow ? running / over : running, scale);
  const reach = BELIEVED * spreadOf(model, 0);
  const difference = Number.isFinite(seen) ? Math.min(reach, Math.max(-reach, seen - forecast)) : -reach;
  const moved = done * difference;
  return { done, middle: forecast + moved, moved };
}

/** With nothing but the running month, its rate so far is the history. */
function runningOnly(
  { running, closed, isFlow }: LeafHistory,
  months: LeafMonths,
  weightOf: (range: DayRange) => number,
): readonly (number | null)[] {
  const over = months.running ? (isFlow ? weightOf(months.running) : 1) : 0;
  return running === null || !(over > 0) ? closed : [running / over];
}
