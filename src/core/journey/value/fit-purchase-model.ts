import { at } from '../../stats/at.ts';
import { minimiseSmooth } from '../../stats/minimise-smooth.ts';
import { type BuyingPattern, type PurchaseModel, purchaseLikelihood } from './purchase-model.ts';
import { type Spread, spreadAt } from './spread-at.ts';

/** The model most likely to bring about what was seen, or why there is none. [VAL-51] */
export type PurchaseFit =
  | {
      readonly state: 'fitted';
      readonly model: PurchaseModel;
      readonly logLikelihood: number;
      readonly people: number;
      readonly repeaters: number;
      /** How the logarithms of r, alpha, a, b would vary; absent where the likelihood is too flat to say. */
      readonly spread?: Spread;
    }
  | {
      readonly state: 'none';
      readonly why: 'few-repeaters' | 'no-time' | 'no-bottom';
      readonly people: number;
      readonly repeaters: number;
    };

/** Fewer people with a repeat purchase than this say nothing about four parameters. */
export const REPEATERS_NEEDED = 30;

/**
 * Maximum likelihood over patterns.
 *
 * In    patterns in ascending order of x; times in units of one kind; nobody needs to have a repeat purchase
 * Out   parameters in that unit of time; `none` with fewer than 30 repeaters, without time between purchases, or where the
 *       likelihood keeps rising towards an end (as when hardly anybody leaves)
 * How   minimise −ln L over the logarithms of the parameters from three starts; Hessian by differences of the gradient
 */
export function fitPurchaseModel(patterns: readonly BuyingPattern[]): PurchaseFit {
  const people = patterns.reduce((sum, pattern) => sum + pattern.people, 0);
  const repeaters = patterns.reduce((sum, { x, people: n }) => sum + (x > 0 ? n : 0), 0);
  if (repeaters < REPEATERS_NEEDED) return { state: 'none', why: 'few-repeaters', people, repeaters };
  const lived = patterns.reduce((sum, pattern) => sum + pattern.people * pattern.T, 0) / people;
  if (!(lived > 0)) return { state: 'none', why: 'no-time', people, repeaters };
  const slopeAt = (place: readonly number[]) => {
    const { logLikelihood, gradient } = purchaseLikelihood(modelAt(place), patterns);
    return { cost: -logLikelihood / people, gradient: gradient.map(part => -part / people) };
  };
  const found = STARTS.map(([r, share, a, b]) => minimiseSmooth([r, share * lived, a, b].map(Math.log), slopeAt)).reduce(
    (best, next) => (next.cost < best.cost ? next : best),
  );
  if (!found.settled || found.place.some(part => Math.abs(part - Math.log(1)) > FARTHEST))
    return { state: 'none', why: 'no-bottom', people, repeaters };
  const spread = spreadAt(found.place, place => slopeAt(place).gradient, people);
  return {
    state: 'fitted',
    model: modelAt(found.place),
    logLikelihood: -found.cost * people,
    people,
    repeaters,
    ...(spread ? { spread } : {}),
  };
}

const STARTS = [
  [1, 1, 1, 3],
  [0.3, 0.2, 0.8, 2],
  [3, 2, 0.3, 5],
] as const;

/** Logarithms beyond this belong to a likelihood that rises without end. */
const FARTHEST = 16;

/** The parameters from their logarithms in the order r, alpha, a, b. */
export function modelAt(place: readonly number[]): PurchaseModel {
  return { r: Math.exp(at(place, 0)), alpha: Math.exp(at(place, 1)), a: Math.exp(at(place, 2)), b: Math.exp(at(place, 3)) };
}
