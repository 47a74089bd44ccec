import { at } from './at.ts';
import { studentQuantile } from './student-t.ts';

/**
 * How a forecast misses, on the working scale: the error of step h is σ·(ε(h) + a·(ε(1) + … + ε(h−1))) with independent ε. [FOR-21]
 *
 * With a = 0 every step misses by itself around a level that stays; with a = 1 the level walks away. The variance of step h is
 * σ²·(1 + a²·(h − 1)): that of simple exponential smoothing with weight a.
 */
export interface ErrorModel {
  readonly sigma: number;
  readonly wander: number;
  /** Degrees of freedom of Student's t that a missed value ÷ its spread follows. */
  readonly degrees: number;
}

/** Errors per step of past forecasts: how many there are, and their mean square. */
export interface ErrorMoments {
  readonly counts: readonly number[];
  readonly squares: readonly number[];
}

/** What is believed of the wander before any error is seen: a² around 0.3, give or take a factor e. */
const USUAL = 0.3;
const LEEWAY = 1;
const SHIFTED = 0.02;

/** Errors of overlapping forecasts repeat each other; so many count as one. */
const OVERLAP = 3;

/** One-step errors make this many degrees of freedom each, at least 3 in all. */
const DEGREES_PER_ERROR = 0.4;
const LEAST_DEGREES = 3;

/** a² from 0 over 0.005 to 4, evenly on the logarithm. */
const GRID: readonly number[] = [0, ...Array.from({ length: 24 }, (_, i) => 0.005 * 800 ** (i / 23))];

/**
 * Fits σ and a to the errors of past forecasts; undefined without any. [FOR-21]
 *
 * In    mean squares of errors per step; the variance of them that is due to counting cases, 0 for amounts
 * How   for every a² of a grid, σ² by weighted mean of squares ÷ (1 + a²(h − 1)), steps weighted by count ÷ √h because far steps
 *       overlap; the a² of greatest Gaussian likelihood, lessened for overlap, times a log-normal prior. The settings were chosen by
 *       rolling origins (docs/method/forecast.md §4)
 */
export function fitErrorModel({ counts, squares }: ErrorMoments, counting = 0): ErrorModel | undefined {
  const steps = counts.flatMap((count, h) =>
    count > 0 ? [{ h, weight: count / Math.sqrt(h + 1), square: at(squares, h) }] : [],
  );
  const weights = steps.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return undefined;
  const usual = USUAL * movingShare(at(squares, 0), counting);
  let best = { score: Number.NEGATIVE_INFINITY, drift: 0, variance: 0 };
  for (const drift of GRID) {
    const growth = (h: number) => 1 + drift * h;
    const variance = steps.reduce((sum, { h, weight, square }) => sum + (weight * square) / growth(h), 0) / weights;
    if (!(variance > 0)) return { sigma: 0, wander: 0, degrees: degreesOf(counts) };
    const misfit = steps.reduce((sum, { h, weight }) => sum + weight * Math.log(growth(h)), weights * (Math.log(variance) + 1));
    const surprise = Math.log((drift + SHIFTED) / (usual + SHIFTED)) / LEEWAY;
    const score = -misfit / (2 * OVERLAP) - (surprise * surprise) / 2;
    if (score > best.score) best = { score, drift, variance };
  }
  return { sigma: Math.sqrt(best.variance), wander: Math.sqrt(best.drift), degrees: degreesOf(counts) };
}

/** A series whose errors are smaller than this share of counting noise does not vary as counts do. */
export const TOO_EVEN = 0.5;

/** The share of one-step errors that is not counting: counting noise says nothing of where the level goes. */
function movingShare(oneStep: number, counting: number): number {
  return oneStep < TOO_EVEN * counting || !(oneStep > 0) ? 1 : Math.max(0, 1 - counting / oneStep);
}

function degreesOf(counts: readonly number[]): number {
  return Math.max(LEAST_DEGREES, DEGREES_PER_ERROR * (counts[0] ?? 0));
}

/** The spread of step h (0 for the first) on the working scale: what Student's t is multiplied with. */
export function spreadOf({ sigma, wander }: ErrorModel, h: number): number {
  return sigma * Math.sqrt(1 + wander * wander * h);
}

/** Half the width of the interval that holds the share `inside` of values, for step h (0 for the first). */
export function halfWidth(model: ErrorModel, h: number, inside: number): number {
  return spreadOf(model, h) * studentQuantile((1 + inside) / 2, model.degrees);
}
