import type { Direction } from '../unit/unit.ts';

/** How far a value fulfils its target. [CNV-08] */
export interface Achievement {
  /** 1 = met. Up: actual ÷ target. Down: target ÷ actual, at most 10. Range: 1 inside, else by the nearer edge. */
  readonly ratio: number;
  /** actual − target (to the nearer edge for a range; 0 inside), in the metric's unit. */
  readonly gap: number;
  /** gap ÷ target; absent for a target of 0. */
  readonly relativeGap?: number;
}

/** What is aimed at: one value, or a range with both ends. */
export interface Aim {
  readonly value: number;
  readonly upTo?: number;
}

/**
 * Achievement of an aim; undefined where no ratio means anything: a target of 0 to be passed upward, negative targets. [CNV-08]
 */
export function achievementOf(actual: number, aim: Aim, direction: Direction): Achievement | undefined {
  if (aim.upTo !== undefined) return ofRange(actual, aim.value, aim.upTo);
  const gap = actual - aim.value;
  const relative = aim.value === 0 ? {} : { relativeGap: gap / Math.abs(aim.value) };
  const ratio = direction === 'down' ? ofCeiling(actual, aim.value) : ofFloor(actual, aim.value);
  return ratio === undefined ? undefined : { ratio, gap, ...relative };
}

/** Costs below plan by more than this factor are not told apart: with nothing spent the ratio would be infinite. */
const HIGHEST = 10;

function ofFloor(actual: number, target: number): number | undefined {
  return target > 0 ? actual / target : undefined;
}

function ofCeiling(actual: number, target: number): number | undefined {
  if (target < 0 || actual < 0) return undefined;
  if (actual === 0) return target === 0 ? 1 : HIGHEST;
  return Math.min(target / actual, HIGHEST);
}

function ofRange(actual: number, low: number, high: number): Achievement {
  if (actual >= low && actual <= high) return { ratio: 1, gap: 0 };
  const edge = actual < low ? low : high;
  const gap = actual - edge;
  const ratio = actual < low ? (low > 0 ? Math.max(0, actual / low) : 0) : actual > 0 ? Math.max(0, high / actual) : 0;
  return { ratio, gap, ...(edge === 0 ? {} : { relativeGap: gap / Math.abs(edge) }) };
}

/** Share of the way from the baseline to the target that has been gone; undefined when both are the same. [CNV-08] */
export function progressOf(actual: number, baseline: number, target: number): number | undefined {
  return target === baseline ? undefined : (actual - baseline) / (target - baseline);
}

/** The lights of a KPI. Never colour alone: each has a shape and a word. [VIS-05] */
export type Light = 'met' | 'near' | 'behind';

export interface LightLimits {
  /** Achievement from which it is met. */
  readonly met: number;
  /** Achievement from which it is near. */
  readonly near: number;
}

export const DEFAULT_LIMITS: LightLimits = { met: 1, near: 0.9 };

export function lightOf(ratio: number, limits: LightLimits = DEFAULT_LIMITS): Light {
  return ratio >= limits.met ? 'met' : ratio >= limits.near ? 'near' : 'behind';
}
