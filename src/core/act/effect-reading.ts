import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import type { Unit } from '../unit/unit.ts';
import type { EffectScale } from './effect-scale.ts';

/** What an initiative's numbers show (効果判定). It never says what caused it. */
export type EffectVerdict = 'improved' | 'worsened' | 'no-change' | 'cannot-tell';

/** The reading of an initiative's effect from the values before and after it. Plain data, stored with its closing. [EFF-01] */
export interface EffectReading {
  readonly verdict: EffectVerdict;
  /** Why it cannot be told; empty with the other verdicts. */
  readonly reasons: readonly CannotTell[];
  /** `relative`: changes are fractions of the value before. `difference`: changes are in the KPI's unit (some values are not above 0). */
  readonly scale: EffectScale;
  /** The KPI's unit, in which differences are shown; null when it was not said. */
  readonly unit: Unit | null;
  /** Null when there are no two windows to compare. */
  readonly windows: { readonly before: EffectWindow; readonly after: EffectWindow } | null;
  /** From the value before to the value after, on the scale; null without windows. */
  readonly change: number | null;
  /** Null while the history is too short to say. */
  readonly usual: UsualMovement | null;
  /** Everything else known to have happened in the windows. */
  readonly meanwhile: readonly Happening[];
}

/** One of the two equal windows. */
export interface EffectWindow {
  readonly days: DayRange;
  /** Whole weeks with a value on each of their days; only these are counted. */
  readonly weeks: number;
  /** Mean of the daily (or weekly) values, weighted where weights were given, in the KPI's unit. */
  readonly value: number;
}

/** How the KPI moves between two such windows when nothing is known to have been done. */
export interface UsualMovement {
  /** Bounds of 95 of 100 such changes, on the reading's scale; growth and its direction are in them. */
  readonly low: number;
  readonly high: number;
  /** How many pairs of windows before the start this rests on; they overlap. */
  readonly pairs: number;
  /** `windows`: changes between neighbouring windows. `last-year`: those changes less the ones of the same weeks a year earlier. */
  readonly compared: 'windows' | 'last-year';
}

/** Something else that may have moved the KPI. `season`: year-end, long holidays, a sale of the whole trade. */
export interface Happening {
  readonly kind: 'initiative' | 'campaign' | 'season';
  readonly name: string;
  readonly days: DayRange;
}

export type CannotTell =
  /** Weeks after the start so far; it can be read on `on`. */
  | { readonly code: 'too-few-days'; readonly weeks: number; readonly needed: number; readonly on: Day }
  /** Too many days of the windows have no value. */
  | { readonly code: 'days-missing' }
  | { readonly code: 'history-too-short'; readonly weeks: number; readonly needed: number }
  /** Less than a year and a window of history, so that the season's part of the change is unknown. */
  | { readonly code: 'season-unknown'; readonly weeks: number; readonly needed: number }
  /** A season falls into the windows. */
  | { readonly code: 'season-in-window'; readonly names: readonly string[] }
  | { readonly code: 'overlap'; readonly names: readonly string[] }
  /** The change lies within the usual movement; changes up to `smallest` (a positive fraction or difference) cannot be seen. */
  | { readonly code: 'within-usual-movement'; readonly smallest: number };
