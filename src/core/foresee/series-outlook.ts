import { seasonalIndices } from '../stats/classical-decomposition.ts';
import type { Foreseen } from '../stats/forecast.ts';
import { Random } from '../stats/random.ts';
import { fromWorking } from '../stats/working-scale.ts';
import { heavyTail } from './joint-normals.ts';
import type { LeafPath } from './leaf-path.ts';
import { naturalGrowth, type Trend, trendOf } from './trend.ts';

/** What a node's months say in plain numbers, beside its forecast. [LND-60] */
export interface SeriesOutlook {
  /** A straight line through the last months; null with less than two. */
  readonly trend: Trend | null;
  /** Mean of the last three months. */
  readonly average: number | null;
  /** How each month of the year stands to the others (1 = as the mean), from the history's first month on; null with less than two years. */
  readonly season: readonly number[] | null;
  /** Mean size of past one-step errors ÷ the value; null with none. */
  readonly mape: number | null;
  /** Growth a month without the months of initiatives, and where it leads; null where it cannot be told. */
  readonly natural: { readonly growth: number; readonly leftOut: number; readonly line: readonly number[] } | null;
  /** Probability that the last month asked for meets its target; null without one. */
  readonly probability: number | null;
}

export interface OutlookAsked {
  /** Whole months in order. */
  readonly values: readonly (number | null)[];
  /** Months in which an initiative was at work, and those right after one. */
  readonly campaign: readonly boolean[];
  readonly target: number | undefined;
  /** A target that is not to be passed. */
  readonly isCeiling: boolean;
  readonly path: LeafPath | undefined;
  /** Places of months ahead: how many, and the one the probability is for. */
  readonly ahead: number;
  readonly by: number;
}

/** Lines are drawn through a year at most: what is older says little of where things go. */
export const LATELY = 12;
const AVERAGED = 3;
const SEASON = 12;
const DRAWS = 2_000;

/** [ANA-03, ANA-05] Trend, average, season, error, natural growth and probability of a node's months. */
export function seriesOutlook({ values, campaign, target, isCeiling, path, ahead, by }: OutlookAsked): SeriesOutlook {
  const first = values.findIndex(value => value !== null);
  const own = first < 0 ? [] : values.slice(first);
  const lately = own.slice(-LATELY).filter(value => value !== null);
  const isWhole = own.every(value => value !== null);
  const averaged = lately.slice(-AVERAGED);
  return {
    trend: trendOf(lately, target) ?? null,
    average: averaged.length === 0 ? null : averaged.reduce((sum, value) => sum + value, 0) / averaged.length,
    season:
      (isWhole &&
        seasonalIndices(
          own.filter(value => value !== null),
          SEASON,
          'multiplicative',
        )) ||
      null,
    mape: path ? meanError(path.forecast) : null,
    natural: natural(own, campaign.slice(Math.max(0, first)), ahead),
    probability: target === undefined || !path ? null : probabilityOf(path, target, isCeiling, by, ahead),
  };
}

/** The history ends with a step of a year at most, so that a season is neither in the growth nor out of it by half. */
function natural(values: readonly (number | null)[], campaign: readonly boolean[], ahead: number): SeriesOutlook['natural'] {
  const from = Math.max(0, values.length - LATELY - 1);
  const steps = values
    .slice(from)
    .flatMap((value, i) => (value === null ? [] : [{ value, campaign: campaign[from + i] ?? false }]));
  const growth = naturalGrowth(
    steps.map(({ value }) => value),
    steps.map(each => each.campaign),
  );
  const base = steps.findLast(each => !each.campaign)?.value;
  const since = steps.length - 1 - steps.findLastIndex(each => !each.campaign);
  if (growth === undefined || base === undefined) return null;
  return {
    growth,
    leftOut: steps.filter(each => each.campaign).length,
    line: Array.from({ length: ahead }, (_, h) => base * (1 + growth) ** (since + h + 1)),
  };
}

/** Mean absolute percentage error of the forecasts made again one step ahead. [FOR-60] */
function meanError({ working: { past, scale, values } }: Foreseen): number | null {
  const errors = past.flatMap(({ origin, errors: [error] }) => {
    const worked = values[origin];
    if (error === null || error === undefined || worked === null || worked === undefined) return [];
    const [actual, told] = [fromWorking(worked, scale), fromWorking(worked - error, scale)];
    return actual === 0 ? [] : [Math.abs(actual - told) / Math.abs(actual)];
  });
  return errors.length === 0 ? null : errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

function probabilityOf(path: LeafPath, target: number, isCeiling: boolean, by: number, ahead: number): number | null {
  if (by < 0 || by >= ahead) return null;
  const random = new Random(1);
  const values = new Float64Array(ahead);
  let met = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    path.draw(
      Array.from({ length: ahead }, () => random.normal()),
      heavyTail(random, path.degrees),
      values,
    );
    const value = path.settle(by, values[by] ?? Number.NaN);
    if (isCeiling ? value <= target : value >= target) met++;
  }
  return met / DRAWS;
}
