import type { AmbitionFacts } from '../ambition/ambition-facts.ts';
import type { Day } from '../calendar/day.ts';
import type { NodeId } from '../plan/plan.ts';

/** What is known of a plan beside its text. A rule that needs what is absent says nothing. [LNT-04] */
export interface LintFacts {
  /** Today: ignores whose last day is over do not hold. */
  readonly today?: Day;
  /** What targets are judged by, each in its node's unit and over the length of time its target is over. */
  readonly ambitions?: ReadonlyMap<NodeId, JudgedBy>;
  /** Past values of a node, over that same length of time, the oldest first. */
  readonly histories?: ReadonlyMap<NodeId, readonly number[]>;
  /** Ends between which a node will lie with 95 % probability, with what is planned. */
  readonly forecasts?: ReadonlyMap<NodeId, { readonly low: number; readonly high: number }>;
  /** How a stated influence shows in the past: correlation at the stated lag, of so many pairs of values. */
  readonly relations?: readonly { readonly from: NodeId; readonly to: NodeId; readonly r: number; readonly pairs: number }[];
  /** Nodes that data come for. */
  readonly measured?: ReadonlySet<NodeId>;
  /** Nodes that some initiative is to move. */
  readonly worked?: ReadonlySet<NodeId>;
  /** What was measured ÷ what was due, by node. */
  readonly achievements?: ReadonlyMap<NodeId, number>;
  /** Whether anybody looks at a node and does something about it. */
  readonly attention?: ReadonlyMap<NodeId, Attention>;
}

/** What a target is judged by, with the range of its single past values where they are over the same length of time. */
export interface JudgedBy extends AmbitionFacts {
  readonly past?: { readonly low: number; readonly high: number; readonly months: number };
}

export interface Attention {
  /** Days since anybody opened its page; null where it cannot be told. */
  readonly unseenDays: number | null;
  /** Months in a row up to the last one that is over in which it was behind. */
  readonly behindMonths: number;
  /** Initiatives that are to move it. */
  readonly initiatives: number;
}

export const NO_FACTS: LintFacts = {};
