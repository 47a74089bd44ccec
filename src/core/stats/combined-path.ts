import { at } from './at.ts';
import { dampedForecast, dampedTrend } from './damped-trend.ts';
import { dynamicTheta } from './dynamic-theta.ts';
import { simpleSmoothing } from './simple-smoothing.ts';
import { thetaLines } from './theta.ts';

/** From these many values on the members that follow a trend take part. */
const FOR_THETA = 6;
const FOR_ALL = 12;

/**
 * The mean of four simple forecasts: simple smoothing, Theta, Dynamic Optimised Theta, damped trend. [FOR-13]
 *
 * In    values without season, gaps and jumps, on the working scale, at least one; how many steps
 * Out   one value per step; below 12 values only smoothing and Theta, below 6 only smoothing: there is no trend to be seen yet
 * Source equal weights are hard to beat: Petropoulos and Svetunkov, International Journal of Forecasting 36 (2020), 110–115
 */
export function combinedPath(values: readonly number[], horizon: number): number[] {
  const members = [new Array<number>(horizon).fill(simpleSmoothing(values).level)];
  if (values.length >= FOR_THETA) members.push(thetaLines(values, horizon));
  if (values.length >= FOR_ALL)
    members.push([...dynamicTheta(values, horizon).forecast], dampedForecast(dampedTrend(values), horizon));
  return Array.from({ length: horizon }, (_, h) => members.reduce((sum, member) => sum + at(member, h), 0) / members.length);
}
