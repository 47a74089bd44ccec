import { at } from './at.ts';
import { modifiedZ } from './modified-z.ts';
import { medianOf } from './quantile.ts';

/** A lasting jump: the first value on the new level, and by how much it moved on the working scale. */
export interface LevelShift {
  readonly at: number;
  readonly by: number;
}

/** Values compared on either side. */
const BEFORE = 6;
const AFTER = 4;

/** How conspicuous a jump must be among all places of the series, and how many are looked for. */
const LIMIT = 5;
const MOST = 3;

/**
 * Lasting jumps of the level. [FOR-15]
 *
 * In    values without season and gaps, on the working scale
 * Out   the jumps in order; none in a series of less than 21 values
 * How   at every place, the median of the 4 values from it on less that of the 6 before; a jump stands where this has a modified z
 *       above 5 among all places and at least half of it happens in one step. Found one at a time, the largest first, at most three. In
 *       a series that wanders, all places differ much and none is conspicuous
 */
export function levelShifts(values: readonly number[]): LevelShift[] {
  const found: LevelShift[] = [];
  let levelled = values;
  while (found.length < MOST) {
    const shift = largestShift(levelled);
    if (!shift) break;
    found.push(shift);
    levelled = withoutShifts(levelled, [shift]);
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The series with everything before a jump brought to the level after it. */
export function withoutShifts(values: readonly number[], shifts: readonly LevelShift[]): readonly number[] {
  if (shifts.length === 0) return values;
  return values.map((value, t) => shifts.reduce((sum, shift) => (t < shift.at ? sum + shift.by : sum), value));
}

function largestShift(values: readonly number[]): LevelShift | undefined {
  const jumps: number[] = [];
  for (let t = BEFORE; t + AFTER <= values.length; t++)
    jumps.push((medianOf(values.slice(t, t + AFTER)) ?? 0) - (medianOf(values.slice(t - BEFORE, t)) ?? 0));
  if (jumps.length < 12) return undefined;
  const usual = medianOf(jumps) ?? 0;
  let [largest, place] = [LIMIT, -1];
  for (const [i, score] of modifiedZ(jumps).entries()) {
    const size = score === undefined ? Number.POSITIVE_INFINITY : Math.abs(score);
    if (size > largest || (size === largest && place >= 0 && Math.abs(at(jumps, i)) > Math.abs(at(jumps, place)))) {
      largest = size;
      place = i;
    }
  }
  if (place < 0) return undefined;
  const by = at(jumps, place) - usual;
  const around = place + BEFORE;
  let [step, first] = [0, around];
  for (let t = Math.max(1, around - 2); t <= Math.min(values.length - 1, around + 2); t++) {
    const change = (at(values, t) - at(values, t - 1)) * Math.sign(by);
    if (change > step) [step, first] = [change, t];
  }
  return step >= Math.abs(by) / 2 ? { at: first, by } : undefined;
}
