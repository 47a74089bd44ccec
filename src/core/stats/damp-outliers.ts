import { at } from './at.ts';
import { CONSPICUOUS, MAD_TO_Z, modifiedZ } from './modified-z.ts';
import { medianOf } from './quantile.ts';

/** Neighbours on either side whose median a value is held against. */
const REACH = 3;

/** A series whose lone outliers were pulled in, and where they were. */
export interface DampedSeries {
  readonly values: readonly number[];
  readonly at: readonly number[];
}

/**
 * Pulls lone outliers in to the edge of the conspicuous. [FOR-14, MEA-14]
 *
 * In    values without season and gaps, on the working scale
 * Out   a value is pulled in when its difference to the median of the seven values around it has a modified z beyond ±3.5 and neither
 *       neighbour leans the same way by half as much. The last two are left alone: they may be the beginning of something new
 */
export function dampOutliers(values: readonly number[]): DampedSeries {
  const n = values.length;
  if (n < 2 * REACH + 1) return { values, at: [] };
  const rests = values.map((value, t) => value - (medianOf(values.slice(Math.max(0, t - REACH), t + REACH + 1)) ?? value));
  const scores = modifiedZ(rests);
  const centre = medianOf(rests) ?? 0;
  const spread = medianOf(rests.map(rest => Math.abs(rest - centre))) ?? 0;
  const leans = (t: number, sign: number) => sign * (scores[t] ?? 0) > CONSPICUOUS / 2;
  const found: number[] = [];
  const pulled = values.map((value, t) => {
    const score = scores[t] ?? 0;
    const sign = Math.sign(score);
    if (Math.abs(score) <= CONSPICUOUS || t >= n - 2 || leans(t - 1, sign) || leans(t + 1, sign)) return value;
    found.push(t);
    return value - at(rests, t) + centre + (sign * CONSPICUOUS * spread) / MAD_TO_Z;
  });
  return { values: pulled, at: found };
}
