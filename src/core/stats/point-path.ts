import { at } from './at.ts';
import { combinedPath } from './combined-path.ts';
import { dampOutliers } from './damp-outliers.ts';
import { fillGaps } from './fill-gaps.ts';
import { type LevelShift, levelShifts, withoutShifts } from './level-shift.ts';
import { seasonShape } from './season-shape.ts';

/** A forecast on the working scale and what was seen in the history on the way. */
export interface PointPath {
  readonly path: readonly number[];
  readonly season: readonly number[] | undefined;
  /** Places of values that were pulled in. */
  readonly outliers: readonly number[];
  readonly shifts: readonly LevelShift[];
}

/**
 * The most likely path of a series on its working scale. [FOR-10]
 *
 * In    values in order, null where there is none or it is not to count; at least one value; the period of the season, 1 for none
 * How   season taken out, gaps filled, lone outliers pulled in, jumps levelled; the season is drawn again from the cleaned series;
 *       four forecasts combined; the season put back
 */
export function pointPath(values: readonly (number | null)[], period: number, horizon: number): PointPath {
  const n = values.length;
  const raw = fillGaps(values);
  const first = seasonShape(raw, period);
  const seasonless = fillGaps(values.map((value, t) => (value === null ? null : value - seasonAt(first, t))));
  const { values: calm, at: outliers } = dampOutliers(seasonless);
  const shifts = levelShifts(calm);
  const level = withoutShifts(calm, shifts);
  const season = seasonShape(first ? level.map((value, t) => value + seasonAt(first, t)) : level, period);
  const adjusted = first || season ? level.map((value, t) => value + seasonAt(first, t) - seasonAt(season, t)) : level;
  const path = combinedPath(adjusted, horizon).map((value, h) => value + seasonAt(season, n + h));
  return { path, season, outliers: outliers.filter(t => values[t] !== null), shifts };
}

function seasonAt(season: readonly number[] | undefined, t: number): number {
  return season ? at(season, t % season.length) : 0;
}
