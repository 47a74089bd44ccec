import type { Rational } from '../number/rational.ts';
import type { NodeId } from './plan.ts';

/** What the targets make of a goal in the plan period, or at full-year run rate. [VER-05] */
export interface Reading {
  readonly verdict: 'reaches' | 'short' | 'cannot-tell';
  /** Which end of what is wanted the figures are about; of two the one that misses. */
  readonly side?: 'low' | 'high';
  /** The goal's value in the worst case the targets allow. */
  readonly implied?: Rational;
  /** implied ÷ wanted; absent when nothing or less than nothing is wanted. */
  readonly coverage?: Rational;
  /** How far the worst case misses, in the goal's unit; 0 when it reaches. */
  readonly shortBy?: Rational;
  /** Why it cannot be told; beside *short*: drivers that are open on the side that hurts. */
  readonly why?: Doubt;
}

export type Doubt =
  | { readonly code: 'no-target' }
  | { readonly code: 'no-formula' }
  | { readonly code: 'missing'; readonly nodes: readonly NodeId[] }
  /** A driver may go as far as it likes in the direction that hurts. */
  | { readonly code: 'unbounded'; readonly nodes: readonly NodeId[] }
  /** What some nodes stood at before the plan is needed and not stated. */
  | { readonly code: 'no-baseline'; readonly nodes: readonly NodeId[] }
  | { readonly code: 'undefined' }
  /** Drivers pull both ways and the worst case could not be narrowed down. */
  | { readonly code: 'not-monotone'; readonly nodes: readonly NodeId[] };
