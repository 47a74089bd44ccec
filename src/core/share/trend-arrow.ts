import { numberOf, type Observation } from '../measure/observation.ts';
import { straightLine } from '../stats/theta.ts';
import type { Direction } from '../unit/unit.ts';

/** Where a value has been heading, and whether that is welcome: two questions, told apart. [VIS-08] */
export interface TrendArrow {
  readonly course: 'rising' | 'falling' | 'flat';
  readonly welcome: 'yes' | 'no' | 'neither';
}

const PERIODS = 6;
/** A line that moves less than this share of the usual value over all periods together is flat. */
const FLAT = 0.02;

/**
 * The straight line through the newest six whole periods that have a value. [VIS-08]
 *
 * In    periods from the oldest to the newest; a running one is left out, because a part cannot be laid beside whole ones, and so
 *       are those before the newest definition of the metric [MEA-05]
 * Out   undefined with less than two values; for a range, and on a flat line, no course is better than another
 */
export function trendArrow(
  periods: readonly { readonly actual: Observation; readonly running: boolean; readonly definedSince?: string }[],
  direction: Direction,
): TrendArrow | undefined {
  const values = periods
    .filter(({ running, definedSince }) => !running && definedSince === periods.at(-1)?.definedSince)
    .slice(-PERIODS)
    .flatMap(({ actual }) => numberOf(actual) ?? []);
  if (values.length < 2) return undefined;
  const moved = straightLine(values).slope * (values.length - 1);
  const usual = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
  if (Math.abs(moved) <= FLAT * usual) return { course: 'flat', welcome: 'neither' };
  const course = moved > 0 ? 'rising' : 'falling';
  if (direction === 'range') return { course, welcome: 'neither' };
  return { course, welcome: (course === 'rising') === (direction === 'up') ? 'yes' : 'no' };
}
