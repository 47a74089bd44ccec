import type { MetricId } from '../metric/measurement.ts';

/** One measure that two sources give: which of them is official, and how far the other may be off. [QUA-13, MEA-16] */
export interface Reconciliation {
  readonly official: MetricId;
  readonly other: MetricId;
  /** Share of the official value. */
  readonly tolerance: number;
}

/**
 * How far the other source is off, as a share of the official value. [QUA-13]
 * Null without two values, and off from an official zero, which has no shares; two zeros differ by nothing.
 */
export function differenceOf(official: number | null, other: number | null): number | null {
  if (official === null || other === null) return null;
  if (official === other) return 0;
  return official === 0 ? null : Math.abs(other - official) / Math.abs(official);
}

/** Whether the two need a person's word: off by more than allowed, or one of them gone from zero. */
export function disagree(official: number | null, other: number | null, tolerance: number): boolean {
  if (official === null || other === null) return false;
  const difference = differenceOf(official, other);
  return difference === null || difference > tolerance;
}
