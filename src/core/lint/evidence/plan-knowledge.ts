import type { MonthValue } from '../../ambition/month-value.ts';
import type { Day } from '../../calendar/day.ts';
import type { DayRange } from '../../calendar/day-range.ts';
import type { NodeId } from '../../plan/plan.ts';

/**
 * What a workspace knows of a plan's nodes, whatever their targets are: plain data that can be sent and kept. [LNT-04]
 * Targets are held against it where they are written, so that it stays true while they change.
 */
export interface PlanKnowledge {
  readonly today: Day;
  readonly nodes: Readonly<Record<NodeId, NodeKnowledge>>;
  readonly relations: readonly StatedRelation[];
}

/** Amounts are of a month, in the node's unit. */
export interface NodeKnowledge {
  /** Months that are over, oldest first, without gaps between them. */
  readonly past: readonly MonthValue[];
  /** The months after them, the running one first, as forecast from the node's own past. */
  readonly ahead: readonly ForeseenMonth[];
  /** What initiatives make of the forecast, as a factor; null without any. */
  readonly lift: number | null;
  /** Data come for it, or somebody enters them. */
  readonly isMeasured: boolean;
  /** Initiatives that are to move it and were not given up. */
  readonly initiatives: number;
  /** Days since anybody opened its page; null where that was not noted for long enough to tell. */
  readonly unseenDays: number | null;
}

export interface ForeseenMonth extends DayRange {
  readonly median: number;
  /** Between them it lies with 95 % probability. */
  readonly low: number;
  readonly high: number;
}

/** How a stated influence shows in the past: correlation at the stated lag without growth and season, of so many pairs of values. */
export interface StatedRelation {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly r: number;
  readonly pairs: number;
}
