import { toNumber } from '../number/rational.ts';
import type { NodeId } from '../plan/plan.ts';
import type { ForesightInput } from './foresight.ts';
import type { LandingMonth, NodeLanding } from './landing.ts';
import { type LeadTime, leadTimes } from './lead-times.ts';

/** The month in which a miss will show, and the leading nodes whose own earlier months it comes from. [LND-52] */
export interface ShortfallMonth {
  /** Place among the plan's months. */
  readonly month: number;
  readonly leaders: readonly ShortLeader[];
}

/** A leading node that fell short of its own target in the month that makes the follower's. */
export interface ShortLeader extends LeadTime {
  /** Place of that month among the plan's. */
  readonly month: number;
  readonly value: number;
  readonly wanted: number;
}

/** A millionth of the target is the noise of doubles. */
const LEEWAY = 1e-6;

/**
 * When a node's shortfall will show: the first month that is not over whose middle misses its own part of the target. [LND-52]
 * Undefined where no single month does.
 */
export function shortfallMonth(
  id: NodeId,
  { arithmetic, history }: ForesightInput,
  nodes: readonly NodeLanding[],
  months: readonly LandingMonth[],
): ShortfallMonth | undefined {
  const found = new Map(nodes.map(node => [node.node, node]));
  const shortIn = (node: NodeId, month: number): { readonly value: number; readonly wanted: number } | undefined => {
    const value = found.get(node)?.months[month]?.p50;
    const bound = arithmetic.bounds.get(node)?.[month];
    const [low, high] = [bound?.low && toNumber(bound.low), bound?.high && toNumber(bound.high)];
    if (value === undefined) return undefined;
    if (low !== undefined && value < low - LEEWAY * Math.abs(low)) return { value, wanted: low };
    return high !== undefined && value > high + LEEWAY * Math.abs(high) ? { value, wanted: high } : undefined;
  };
  const month = months.findIndex(({ state }, i) => state !== 'over' && shortIn(id, i) !== undefined);
  if (month < 0) return undefined;
  const closed = new Map([...history].map(([node, known]) => [node, known.closed]));
  const leaders = leadTimes(arithmetic.plan, id, closed).flatMap((lead): ShortLeader[] => {
    const earlier = month - Math.round(lead.months);
    const short = earlier < month ? shortIn(lead.leader, earlier) : undefined;
    return short ? [{ ...lead, month: earlier, ...short }] : [];
  });
  return { month, leaders };
}
