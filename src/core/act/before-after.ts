import { addDays, type Day } from '../calendar/day.ts';
import type { Unit } from '../unit/unit.ts';
import type { CannotTell, EffectReading, EffectVerdict, Happening } from './effect-reading.ts';
import { changeBetween, type EffectScale, readable } from './effect-scale.ts';
import { placeWeeks, type WindowPair, type WindowShape, windowsAt } from './effect-windows.ts';
import { meanwhile, reasonsBeside } from './meanwhile.ts';
import { type Movement, usualMovement, WEEKS_OF_YEAR } from './usual-movement.ts';
import { type EffectPoint, firstDayOf, type WeekBlocks } from './week-blocks.ts';

export interface BeforeAfterInput {
  readonly points: readonly EffectPoint[];
  /** What one point covers: a day, or the seven days from its day on. */
  readonly grain: 'day' | 'week';
  /** First day of the initiative. */
  readonly start: Day;
  /** Days until the KPI can move at all (a lag of the plan). */
  readonly lagDays?: number;
  /** Length of each window in weeks; 4 (28 days) when absent, at least 2. */
  readonly weeks?: number;
  readonly better: 'up' | 'down';
  /** For showing differences. */
  readonly unit?: Unit;
  /** The effect that was promised, in size: a fraction, or a difference in the KPI's unit. Needed to say "no change". */
  readonly expected?: { readonly mode: EffectScale; readonly size: number };
  /** False when people state that the KPI knows no seasons: then less than a year of history will do. */
  readonly seasonal?: boolean;
  readonly happenings?: readonly Happening[];
}

const DEFAULT_WEEKS = 4;
const LEAST_WEEKS = 2;
/** History that is needed to know the usual movement, in window lengths. */
const LEAST_HISTORY = 5;

/**
 * First reading of an initiative's effect: the mean of equal windows of whole weeks before and after its start, against how
 * much the KPI moves between two such windows anyway. [EFF-01, EFF-03, EFF-06, EFF-08]
 *
 * In    daily or weekly values with the longest history there is; missing days are simply absent, zero is a value
 * Out   change, usual movement, verdict and, where it cannot be told, every reason; never NaN
 * How   docs/method/before-after.md
 * Not   a cause: whatever else happened at the same time is in the change as well
 */
export function readEffect(input: BeforeAfterInput): EffectReading {
  const { blocks, after, gap, history } = placeWeeks(input.points, input.grain, input.start, input.lagDays ?? 0);
  const elapsed = Math.max(0, blocks.blocks.length - after);
  const weeks = Math.min(Math.max(LEAST_WEEKS, input.weeks ?? DEFAULT_WEEKS), elapsed);
  if (weeks < LEAST_WEEKS) {
    const on = addDays(firstDayOf(blocks, after), LEAST_WEEKS * 7);
    return unread({ code: 'too-few-days', weeks: elapsed, needed: LEAST_WEEKS, on });
  }
  const shape: WindowShape = { blocks, weeks, gap };
  const windows = windowsAt(shape, after);
  if (!windows) return unread(history < weeks ? tooShort(history, weeks) : { code: 'days-missing' });
  const scale = isPositive(blocks) ? 'relative' : 'difference';
  return judged(input, windows, scale, { weeks, history, movement: usualMovement(shape, after, history, scale) });
}

interface Background {
  readonly weeks: number;
  readonly history: number;
  readonly movement: Movement | undefined;
}

function judged(input: BeforeAfterInput, windows: WindowPair, scale: EffectScale, background: Background): EffectReading {
  const { movement } = background;
  const change = changeBetween(windows.before.value, windows.after.value, scale);
  const found = meanwhile(input.happenings ?? [], windows);
  const reasons = [...reasonsBeside(found, windows), ...reasonsOfHistory(input.seasonal ?? true, background)];
  const side = movement ? sideOf(change, movement) : 0;
  if (movement && reasons.length === 0 && side === 0) {
    const size = promisedSize(input.expected, scale, windows.before.value);
    if (!rulesOut(size, change, movement)) {
      reasons.push({ code: 'within-usual-movement', smallest: readable(movement.margin, scale) });
    }
  }
  return {
    verdict: reasons.length > 0 ? 'cannot-tell' : verdictOf(side, input.better),
    reasons,
    scale,
    unit: input.unit ?? null,
    windows,
    change: readable(change, scale),
    usual: movement ? usualOf(movement, scale) : null,
    meanwhile: found,
  };
}

/** Whether every week's value is above zero, so that all changes have a ratio. */
function isPositive({ blocks }: WeekBlocks): boolean {
  return blocks.every(block => block === null || block.weight === 0 || block.total / block.weight > 0);
}

function sideOf(change: number, { centre, margin }: Movement): -1 | 0 | 1 {
  return change > centre + margin ? 1 : change < centre - margin ? -1 : 0;
}

function verdictOf(side: -1 | 0 | 1, better: 'up' | 'down'): EffectVerdict {
  if (side === 0) return 'no-change';
  return side > 0 === (better === 'up') ? 'improved' : 'worsened';
}

/** Size of the promised effect on the scale of the sums; undefined when none was promised. */
function promisedSize(expected: BeforeAfterInput['expected'], scale: EffectScale, before: number): number | undefined {
  const size = Math.abs(expected?.size ?? 0);
  if (!expected || !(size > 0)) return undefined;
  if (scale === 'difference') return expected.mode === 'difference' ? size : size * Math.abs(before);
  return Math.log1p(expected.mode === 'relative' ? size : size / before);
}

/** Whether every change that fits the data, up or down, is smaller than the promised effect. [EFF-06] */
function rulesOut(size: number | undefined, change: number, { centre, margin }: Movement): boolean {
  return size !== undefined && Math.abs(change - centre) + margin < size;
}

function reasonsOfHistory(seasonal: boolean, { weeks, history, movement }: Background): CannotTell[] {
  if (history < LEAST_HISTORY * weeks || !movement) return [tooShort(history, weeks)];
  const needed = WEEKS_OF_YEAR + weeks;
  return seasonal && history < needed ? [{ code: 'season-unknown', weeks: history, needed }] : [];
}

function tooShort(history: number, weeks: number): CannotTell {
  return { code: 'history-too-short', weeks: history, needed: LEAST_HISTORY * weeks };
}

function usualOf({ centre, margin, pairs, compared }: Movement, scale: EffectScale): NonNullable<EffectReading['usual']> {
  return { low: readable(centre - margin, scale), high: readable(centre + margin, scale), pairs, compared };
}

function unread(reason: CannotTell): EffectReading {
  return {
    verdict: 'cannot-tell',
    reasons: [reason],
    scale: 'relative',
    unit: null,
    windows: null,
    change: null,
    usual: null,
    meanwhile: [],
  };
}
