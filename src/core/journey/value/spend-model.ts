import { at } from '../../stats/at.ts';
import { digamma, logGamma } from '../../stats/log-gamma.ts';
import { minimiseSmooth } from '../../stats/minimise-smooth.ts';
import { REPEATERS_NEEDED } from './fit-purchase-model.ts';
import { type Spread, spreadAt } from './spread-at.ts';

/**
 * The Gamma-Gamma model of spend (Fader, Hardie, Lee, Journal of Marketing Research 42, 2005): a person's purchases are worth
 * gamma(p, ν) each, ν is gamma(q, v) over people. What people spend must not depend on how often they buy. [VAL-55]
 */
export interface SpendModel {
  readonly p: number;
  readonly q: number;
  /** In the unit of the values. */
  readonly v: number;
}

/** People with x repeat purchases that are together worth `value`. */
export interface SpendPattern {
  readonly x: number;
  readonly value: number;
  readonly people: number;
}

export type SpendFit =
  | {
      readonly state: 'fitted';
      readonly model: SpendModel;
      readonly logLikelihood: number;
      readonly people: number;
      /** People left out because their repeat purchases are worth nothing or less. */
      readonly worthless: number;
      /** How the logarithms of p, q and v ÷ `scale` would vary. */
      readonly spread?: Spread;
      readonly scale: number;
    }
  | { readonly state: 'none'; readonly why: 'few-repeaters' | 'no-bottom'; readonly people: number; readonly worthless: number };

/**
 * Maximum likelihood of the spend model; q has to be above 1 for an average to exist, so below that there is none.
 *
 * In    people with at least one repeat purchase; values of any one unit, only those above 0 count
 * Out   v in that unit; `none` with fewer than 30 people or where the likelihood has no bottom (as when all spend the same)
 */
export function fitSpendModel(spends: readonly SpendPattern[]): SpendFit {
  const usable = spends.filter(({ x, value }) => x > 0 && value > 0);
  const count = (some: readonly SpendPattern[]) => some.reduce((sum, pattern) => sum + pattern.people, 0);
  const people = count(usable);
  const worthless = count(spends) - people;
  if (people < REPEATERS_NEEDED) return { state: 'none', why: 'few-repeaters', people, worthless };
  const scale = usable.reduce((sum, { x, value, people: n }) => sum + (n * value) / x, 0) / people;
  const scaled = usable.map(({ x, value, people: n }) => ({ x, value: value / scale, people: n }));
  const slopeAt = (place: readonly number[]) => {
    const { logLikelihood, gradient } = spendLikelihood(spendModelAt(place, 1), scaled);
    return { cost: -logLikelihood / people, gradient: gradient.map(part => -part / people) };
  };
  const found = STARTS.map(start => minimiseSmooth(start.map(Math.log), slopeAt)).reduce((best, next) =>
    next.cost < best.cost ? next : best,
  );
  const model = spendModelAt(found.place, scale);
  if (!found.settled || model.q <= 1 || found.place.some(part => Math.abs(part) > FARTHEST))
    return { state: 'none', why: 'no-bottom', people, worthless };
  const spread = spreadAt(found.place, place => slopeAt(place).gradient, people);
  return {
    state: 'fitted',
    model,
    logLikelihood: spendLikelihood(model, usable).logLikelihood,
    people,
    worthless,
    scale,
    ...(spread ? { spread } : {}),
  };
}

const STARTS = [
  [2, 3, 2],
  [6, 4, 0.5],
  [1, 2, 1],
] as const;

const FARTHEST = 14;

/** Parameters from the logarithms of p, q and of v in units of `scale`. */
export function spendModelAt(place: readonly number[], scale: number): SpendModel {
  return { p: Math.exp(at(place, 0)), q: Math.exp(at(place, 1)), v: Math.exp(at(place, 2)) * scale };
}

/** ln L of mean values z = value ÷ x (densities of z) and its derivatives by ln p, ln q, ln v. */
export function spendLikelihood(
  { p, q, v }: SpendModel,
  spends: readonly SpendPattern[],
): { readonly logLikelihood: number; readonly gradient: readonly [number, number, number] } {
  let sum = 0;
  let [byP, byQ, byV] = [0, 0, 0];
  const [qGamma, qDi, logV] = [logGamma(q), digamma(q), Math.log(v)];
  let shared = { x: -1, fixed: 0, wholeDi: 0, partDi: 0 };
  for (const { x, value, people } of spends) {
    if (x !== shared.x)
      shared = { x, fixed: logGamma(p * x + q) - logGamma(p * x) - qGamma, wholeDi: digamma(p * x + q), partDi: digamma(p * x) };
    const [logValue, logWhole] = [Math.log(value), Math.log(v + value)];
    sum += people * (shared.fixed + q * logV + p * x * logValue - (p * x + q) * logWhole - logValue + Math.log(x));
    byP += people * x * (shared.wholeDi - shared.partDi + logValue - logWhole);
    byQ += people * (shared.wholeDi - qDi + logV - logWhole);
    byV += people * (q / v - (p * x + q) / (v + value));
  }
  return { logLikelihood: sum, gradient: [byP * p, byQ * q, byV * v] };
}

/** What a purchase of somebody with x repeat purchases worth `value` together is expected to be worth; of x = 0 that of people at large. */
export function expectedSpend({ p, q, v }: SpendModel, { x, value }: Omit<SpendPattern, 'people'>): number {
  return (p * (v + value)) / (p * x + q - 1);
}
