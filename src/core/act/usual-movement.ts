import { changeBetween, type EffectScale } from './effect-scale.ts';
import { type WindowShape, windowsAt } from './effect-windows.ts';
import { studentQuantile } from './student-quantile.ts';

/** How a KPI moves between two windows when nothing is known to have been done, on the scale of the sums. */
export interface Movement {
  readonly centre: number;
  /** Half the width of the 95 % range around the centre. */
  readonly margin: number;
  /** How many pairs of windows it rests on. */
  readonly pairs: number;
  readonly compared: 'windows' | 'last-year';
}

export const WEEKS_OF_YEAR = 52;

/**
 * The usual movement before the start: the mean of past changes ± Student's t × their standard deviation. [EFF-04]
 *
 * In    the shape of the windows, the week of the actual second window, whole weeks before the start
 * Out   the narrower of two: changes between neighbouring windows; with two years of history also those changes less the ones
 *       of the same weeks a year earlier, which takes the season out [EFF-05]. Undefined with fewer than 3 pairs
 * How   pairs are placed week by week and share most of their days, so the degrees of freedom are those of the pairs that
 *       fit side by side, less one and at least 2
 */
export function usualMovement(shape: WindowShape, after: number, history: number, scale: EffectScale): Movement | undefined {
  const span = 2 * shape.weeks + shape.gap;
  const changeAt = (index: number): number | undefined => {
    const windows = windowsAt(shape, index);
    return windows && changeBetween(windows.before.value, windows.after.value, scale);
  };
  const overLastYear = (index: number): number | undefined => {
    const now = changeAt(index);
    const then = changeAt(index - WEEKS_OF_YEAR);
    return now === undefined || then === undefined ? undefined : now - then;
  };
  const placements: number[] = [];
  for (let index = span - shape.weeks; index + shape.weeks <= history; index++) placements.push(index);
  const plain = spreadOf(placements.map(changeAt), history / span);
  const lastYear = changeAt(after - WEEKS_OF_YEAR);
  if (!plain || lastYear === undefined || history < 2 * WEEKS_OF_YEAR + shape.weeks)
    return plain && { ...plain, compared: 'windows' };
  const yearly = spreadOf(placements.map(overLastYear), (history - WEEKS_OF_YEAR) / span);
  return yearly && yearly.margin < plain.margin
    ? { ...yearly, centre: yearly.centre + lastYear, compared: 'last-year' }
    : { ...plain, compared: 'windows' };
}

function spreadOf(found: readonly (number | undefined)[], sideBySide: number): Omit<Movement, 'compared'> | undefined {
  const changes = found.filter(change => change !== undefined);
  if (changes.length < 3) return undefined;
  const centre = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const squares = changes.reduce((sum, change) => sum + (change - centre) ** 2, 0);
  const spread = Math.sqrt(squares / (changes.length - 1));
  return { centre, margin: studentQuantile(Math.max(2, sideBySide - 1)) * spread, pairs: changes.length };
}
