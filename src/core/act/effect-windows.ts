import { addDays, type Day, daysBetween, toDayNumber } from '../calendar/day.ts';
import type { EffectWindow } from './effect-reading.ts';
import { type EffectPoint, firstDayOf, type WeekBlocks, weekBlocks, windowValue } from './week-blocks.ts';

/** The weeks of a KPI, and where an initiative's start lies among them. */
export interface PlacedWeeks {
  readonly blocks: WeekBlocks;
  /** Index of the first week after the start and the lag. */
  readonly after: number;
  /** Weeks that lie between the two windows: the lag, and a week that the start cut in two. */
  readonly gap: number;
  /** Whole weeks before the start. */
  readonly history: number;
}

/** What two windows look like, wherever they are put. */
export interface WindowShape {
  readonly blocks: WeekBlocks;
  readonly weeks: number;
  readonly gap: number;
}

export interface WindowPair {
  readonly before: EffectWindow;
  readonly after: EffectWindow;
}

/**
 * Daily values are cut into weeks that begin at the start; weekly ones stay as they are, and the week of the start is left out.
 * A lag is rounded up to whole weeks. [EFF-02]
 */
export function placeWeeks(points: readonly EffectPoint[], grain: 'day' | 'week', start: Day, lagDays: number): PlacedWeeks {
  const blocks = weekBlocks(points, grain, grain === 'day' ? start : (points[0]?.day ?? start));
  const startWeek = Math.ceil(daysBetween(blocks.first, start) / 7);
  const cut = toDayNumber(firstDayOf(blocks, startWeek)) === toDayNumber(start) ? 0 : 1;
  const lag = Math.ceil(Math.max(0, lagDays) / 7);
  return { blocks, after: startWeek + lag, gap: lag + cut, history: Math.max(0, startWeek - cut) };
}

/** The pair of windows whose second one begins at week `after`; undefined where values are missing. */
export function windowsAt({ blocks, weeks, gap }: WindowShape, after: number): WindowPair | undefined {
  const from = after - gap - weeks;
  const left = from >= 0 ? windowValue(blocks, from, weeks) : undefined;
  const right = windowValue(blocks, after, weeks);
  if (!left || !right) return undefined;
  return { before: { days: daysFrom(blocks, from, weeks), ...left }, after: { days: daysFrom(blocks, after, weeks), ...right } };
}

function daysFrom(blocks: WeekBlocks, index: number, weeks: number) {
  const from = firstDayOf(blocks, index);
  return { from, to: addDays(from, weeks * 7 - 1) };
}
