import { at } from './at.ts';
import { minimiseInBox } from './minimise.ts';

/** What a dynamic optimised Theta model was fitted with. */
export interface DynamicTheta {
  readonly alpha: number;
  /** How strongly the short-term line is curved; 1 is simple smoothing, 2 the classical method. */
  readonly theta: number;
  readonly firstLevel: number;
  readonly squares: number;
  readonly forecast: readonly number[];
}

/**
 * The Dynamic Optimised Theta Model: the trend line is revised with every value, and the weight of the two lines is chosen. [FOR-63]
 *
 * In    at least 3 values without season, how many steps to forecast
 * How   μ(t) = ℓ(t−1) + (1 − 1/θ)·[(1−α)^(t−1)·A(t−1) + (1 − (1−α)^t)/α·B(t−1)], ℓ(t) = α·y(t) + (1−α)·ℓ(t−1), A and B the line of
 *       least squares of the values so far; α in 0.1–0.99 and θ in 1–50 by least squared one-step errors from the third value on, the
 *       first level solved for. Steps ahead take μ for the missing values
 * Source Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, International Journal of Forecasting 32 (2016), 1151–1161
 */
export function dynamicTheta(values: ArrayLike<number>, horizon: number): DynamicTheta {
  const [alpha = 0.5, logTheta = 0] = minimiseInBox(
    [
      { start: 0.3, low: 0.1, high: 0.99 },
      { start: Math.log(2), low: 0, high: Math.log(50) },
    ],
    ([a = 0.5, l = 0]) => fitted(values, a, Math.exp(l), 0).squares,
    100,
  );
  return fitted(values, alpha, Math.exp(logTheta), horizon);
}

function fitted(values: ArrayLike<number>, alpha: number, theta: number, horizon: number): DynamicTheta {
  const n = values.length;
  const weight = 1 - 1 / theta;
  const kept = 1 - alpha;
  let level = alpha * at(values, 0);
  let power = kept; // (1 − α)^t, also the response of the level to the first level
  let [mean, slope] = [at(values, 0), 0];
  let [products, powers, squares] = [0, 0, 0];
  const expected = (t: number) => {
    const intercept = mean - (slope * (t + 1)) / 2;
    return level + weight * (power * intercept + ((1 - power * kept) / alpha) * slope);
  };
  const extend = (value: number, t: number) => {
    slope = ((t - 1) * slope + (6 / (t + 1)) * (value - mean)) / (t + 2);
    mean += (value - mean) / (t + 1);
    level = alpha * value + kept * level;
    power *= kept;
  };
  for (let t = 1; t < n; t++) {
    const value = at(values, t);
    if (t >= 2) {
      const error = value - expected(t);
      products += power * error;
      powers += power * power;
      squares += error * error;
    }
    extend(value, t);
  }
  const firstLevel = powers > 0 ? products / powers : at(values, 0);
  level += power * firstLevel;
  const forecast = Array.from({ length: horizon }, (_, h) => {
    const value = expected(n + h);
    extend(value, n + h);
    return value;
  });
  return { alpha, theta, firstLevel, squares: Math.max(0, squares - firstLevel * products), forecast };
}
