import { studentTwoSided } from '../stats/student-tail.ts';
import { correlation, withoutLine } from './correlation.ts';
import { effectivePairs } from './effective-pairs.ts';

/** How two series go together when one is moved by a lag. */
export interface LaggedAssociation {
  /** Steps from the driver to the outcome. */
  readonly lag: number;
  /** Correlation of what is left of both, −1 to 1. */
  readonly association: number;
  /** Pairs of values, and how many independent ones they are worth. */
  readonly pairs: number;
  readonly effective: number;
  /** Probability of an association at least as strong between series that have nothing to do with each other. */
  readonly p: number;
}

/** Fewest pairs that anything is read from, and what share of the history they have to be. */
export const LEAST_PAIRS = 5;
export const LEAST_SHARE = 0.5;

/** Values that two means, one line over time and the association itself leave of the pairs less. */
const USED = 3;

/** Driver and outcome side by side for one lag, the driver `lag` steps earlier; places are those of the outcome. */
export interface Aligned {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The association of a driver with an outcome, for every lag from 0 to `most` that leaves enough pairs. [DRV-03]
 *
 * In    two series without growth and season, in the same steps, null for gaps; free numbers that went into that
 * How   per lag, a straight line is taken out of both over the pairs in common, then Pearson's correlation; p by Student's t with the
 *       effective number of pairs
 */
export function lagScan(
  driver: readonly (number | null)[],
  outcome: readonly (number | null)[],
  most: number,
  used = 0,
): readonly LaggedAssociation[] {
  const found: LaggedAssociation[] = [];
  const least = Math.max(LEAST_PAIRS, Math.ceil(LEAST_SHARE * commonValues(driver, outcome)));
  for (let lag = 0; lag <= most; lag++) {
    const { x, y } = aligned(driver, outcome, lag);
    if (x.length < least) continue;
    const association = correlation(x, y);
    if (association === undefined) continue;
    const effective = effectivePairs(x, y);
    found.push({ lag, association, pairs: x.length, effective, p: probability(association, effective - USED - used) });
  }
  return found;
}

/** Places at which both have a value. */
export function commonValues(driver: readonly (number | null)[], outcome: readonly (number | null)[]): number {
  return outcome.filter((value, t) => value !== null && (driver[t] ?? null) !== null).length;
}

export function aligned(driver: readonly (number | null)[], outcome: readonly (number | null)[], lag: number): Aligned {
  const places: number[] = [];
  const [x, y]: [number[], number[]] = [[], []];
  for (let t = lag; t < outcome.length; t++) {
    const [before, now] = [driver[t - lag] ?? null, outcome[t] ?? null];
    if (before === null || now === null) continue;
    places.push(t);
    x.push(before);
    y.push(now);
  }
  return { x: withoutLine(x, places), y: withoutLine(y, places) };
}

/** An association this close to ±1 is exact but for the noise of the sums. */
const EXACT = 1e-12;

function probability(association: number, left: number): number {
  const rest = 1 - association * association;
  if (rest < EXACT) return 0;
  const degrees = Math.max(1, left);
  return studentTwoSided(association * Math.sqrt(degrees / rest), degrees);
}
