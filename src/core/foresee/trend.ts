import { straightLine } from '../stats/theta.ts';

/** A straight line through a series, for sentences such as "if this goes on …". [ANA-03] */
export interface Trend {
  /** Change per step, in the unit of the values. */
  readonly slope: number;
  /** Value of the step after the last one. */
  readonly next: number;
  /** Step (the first value is step 1) in which the line reaches the target; null when it never does, the last step when it has. */
  readonly reached: number | null;
}

/** The line of least squares; undefined with less than two values. Gaps are to be left out before. [ANA-03] */
export function trendOf(values: readonly number[], target?: number): Trend | undefined {
  if (values.length < 2) return undefined;
  const { intercept, slope } = straightLine(values);
  const next = intercept + slope * values.length;
  const last = intercept + slope * (values.length - 1);
  return { slope, next, reached: target === undefined ? null : reachedIn(target, last, slope, values.length) };
}

function reachedIn(target: number, last: number, slope: number, step: number): number | null {
  if (slope === 0) return target === last ? step : null;
  const steps = (target - last) / slope;
  // A billionth of a step is the noise of the sums, not a month more.
  return steps <= 0 ? null : step + Math.ceil(steps - 1e-9);
}

/**
 * Growth per step that nobody made: compounding, over the steps without a campaign. [ANA-05]
 *
 * In    values above zero in order; which steps (changes to the value at that place) belong to a campaign
 * Out   the geometric mean of the other changes, less 1; undefined without any, or with a value that is not above zero
 */
export function naturalGrowth(values: readonly number[], campaign: readonly boolean[] = []): number | undefined {
  if (values.some(value => !(value > 0))) return undefined;
  let [sum, count] = [0, 0];
  for (const [i, value] of values.entries()) {
    const before = values[i - 1];
    if (before === undefined || campaign[i] === true) continue;
    sum += Math.log(value / before);
    count += 1;
  }
  return count === 0 ? undefined : Math.expm1(sum / count);
}
