import type { Day } from '../calendar/day.ts';
import type { PaceProfile } from '../calendar/pace.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import type { NodeId } from '../plan/plan.ts';
import type { RateWeights } from './rate-weights.ts';

/** What a landing is worked out from. [LND-01] */
export interface ForesightInput {
  readonly arithmetic: Arithmetic;
  /** Last day of data. */
  readonly to: Day;
  /** What is measured, by node. */
  readonly history: ReadonlyMap<NodeId, NodeHistory>;
  readonly effects: readonly RegisteredEffect[];
  /** Random draws; 10,000 when absent. */
  readonly draws?: number;
  readonly seed: number;
}

/** A node's measured values in the months of `historyMonths`. */
export interface NodeHistory {
  readonly closed: readonly (number | null)[];
  readonly running: number | null;
  /** How a flow comes in over a month. */
  readonly profile: PaceProfile;
  /** Of what is a quotient of two measured amounts: the denominators. [LND-06] */
  readonly weights?: RateWeights;
}

/** What an initiative is registered to do to a node. */
export interface RegisteredEffect {
  readonly node: NodeId;
  readonly initiative: string;
  readonly mode: 'level' | 'relative' | 'points';
  /** Signed; a fraction for `relative` and `points`, the node's unit a month for `level`. */
  readonly value: number;
  /** It grows evenly from the first day to the second. */
  readonly from: Day;
  readonly by: Day;
}
