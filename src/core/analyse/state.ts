import type { NodeId } from '../plan/plan.ts';

/**
 * One end of a comparison: what every node was, or was meant to be, over a stretch of months. [EXP-10]
 * Measured values, a plan, a forecast and a segment are all states; whoever asks says which.
 */
export interface State {
  readonly kind: 'measured' | 'planned' | 'forecast';
  /** A node's value in a month of the stretch; place 0 is its first month, negative places lie before it. */
  month(node: NodeId, place: number): Known | undefined;
  /** A node's value over the whole stretch, where that is known apart from its months. */
  whole(node: NodeId): Known | undefined;
}

export interface Known {
  readonly value: number;
  readonly isProvisional: boolean;
}
