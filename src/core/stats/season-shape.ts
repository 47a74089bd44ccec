import { at } from './at.ts';
import { isSeasonal } from './autocorrelation.ts';
import { centredAverage } from './classical-decomposition.ts';
import { harmonics } from './harmonics.ts';
import { leastSquares } from './least-squares.ts';
import { studentQuantile } from './student-t.ts';

/** With this many seasons no test is asked: shrinkage alone takes an unproven season out. */
const SEASONS_WITHOUT_TEST = 3;

/** How much harder the shrinkage is than James and Stein's; chosen by rolling origins (docs/method/forecast.md §2). */
const HARDNESS = 2;

/** From this period on (weeks of a year) the shape is drawn with four harmonics instead of one index per step. */
const SMOOTH_FROM = 25;
const HARMONICS = 4;

/**
 * What each step of the season adds on the working scale, from the first value on, sum 0. [FOR-12]
 *
 * In    values without gaps on the scale on which seasons add (logarithms for amounts); the period
 * Out   undefined with less than two seasons, without evidence of one, or where shrinkage leaves nothing of it
 * How   differences to the centred moving average, their mean per step; the means are shrunk towards 0 by as much as they may be
 *       noise: 1 − 2·(m − 3)·s²/k ÷ Σ means², s² the variance inside a step with k values. Source: James–Stein shrinkage of seasonal
 *       factors after Miller and Williams, International Journal of Forecasting 19 (2003), 669–684
 */
export function seasonShape(values: ArrayLike<number>, period: number): number[] | undefined {
  const n = values.length;
  if (period < 2 || n < 2 * period) return undefined;
  if (n < SEASONS_WITHOUT_TEST * period && !showsSeason(values, period)) return undefined;
  const places: number[] = [];
  const rests: number[] = [];
  for (const [t, level] of centredAverage(values, period).entries()) {
    if (level === undefined) continue;
    places.push(t % period);
    rests.push(at(values, t) - level);
  }
  const { shape, parameters } = period < SMOOTH_FROM ? meansOf(places, rests, period) : smoothOf(places, rests, period);
  const centre = shape.reduce((sum, value) => sum + value, 0) / period;
  const squares = rests.reduce((sum, rest, i) => sum + (rest - at(shape, at(places, i))) ** 2, 0);
  const noise = squares / Math.max(1, rests.length - parameters);
  const signal = shape.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const expected = (HARDNESS * Math.max(0, parameters - 3) * noise * period) / rests.length;
  const kept = signal > expected ? 1 - expected / signal : 0;
  return kept > 0 ? shape.map(value => kept * (value - centre)) : undefined;
}

interface Shape {
  readonly shape: number[];
  readonly parameters: number;
}

function meansOf(places: readonly number[], rests: readonly number[], period: number): Shape {
  const sums = new Array<number>(period).fill(0);
  const counts = new Array<number>(period).fill(0);
  for (const [i, place] of places.entries()) {
    sums[place] = at(sums, place) + at(rests, i);
    counts[place] = at(counts, place) + 1;
  }
  return { shape: sums.map((sum, step) => sum / Math.max(1, at(counts, step))), parameters: period };
}

function smoothOf(places: readonly number[], rests: readonly number[], period: number): Shape {
  const row = (place: number) => harmonics(place / period, HARMONICS);
  const coefficients = leastSquares(places.map(row), rests, 1e-6);
  const shape = Array.from({ length: period }, (_, place) =>
    row(place).reduce((sum, value, i) => sum + value * at(coefficients, i), 0),
  );
  return { shape, parameters: 2 * HARMONICS };
}

/** With two seasons: the 90 % test of autocorrelation on values or changes, or changes that repeat after a season beyond chance (99 %). */
function showsSeason(values: ArrayLike<number>, period: number): boolean {
  const own = changes(values);
  return isSeasonal(values, period) || isSeasonal(own, period) || repeats(own, period);
}

function repeats(values: readonly number[], period: number): boolean {
  const [before, after] = [values.slice(0, -period), values.slice(period)];
  const centred = (part: readonly number[]) => {
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    return part.map(value => value - mean);
  };
  const [a, b] = [centred(before), centred(after)];
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * at(y, i), 0);
  const size = Math.sqrt(dot(a, a) * dot(b, b));
  const freedom = a.length - 2;
  if (!(size > 0) || freedom < 3) return false;
  const r = dot(a, b) / size;
  return r > 0 && r * Math.sqrt(freedom / Math.max(1e-12, 1 - r * r)) > studentQuantile(0.99, freedom);
}

function changes(values: ArrayLike<number>): number[] {
  return Array.from({ length: values.length - 1 }, (_, t) => at(values, t + 1) - at(values, t));
}
