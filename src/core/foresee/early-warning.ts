import { businessDaysIn } from '../calendar/business-day.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { type DayRange, lengthOf } from '../calendar/day-range.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { Band } from './band.ts';
import type { ForesightInput } from './foresight.ts';

/** A node that is expected to miss its target, and what would still be needed. [LND-23] */
export interface EarlyWarning {
  readonly node: NodeId;
  /** Last day that counts for the target. */
  readonly by: Day;
  /** `misses`: the middle of the landing misses. `pace`: it does not, but the rest needs more than 1.1 times the pace so far. */
  readonly why: 'misses' | 'pace';
  readonly target: number;
  /** Middle of the landing; how far it misses, 0 or more. */
  readonly landing: number;
  readonly shortfall: number;
  readonly probability: number;
  /** Flows: what the rest must bring and what came so far, per day and business day. Null for what does not add up. */
  readonly pace: Pace | null;
}

/** What a warning is about: where a node is expected to land, and what is wanted. */
export interface Expected {
  readonly landing: Band | null;
  readonly wanted: { readonly low: number | null; readonly high: number | null };
  readonly probability: number | null;
  readonly soFar: number | null;
}

export interface Pace {
  readonly remaining: number;
  readonly daysLeft: number;
  readonly businessDaysLeft: number;
  readonly neededPerDay: number | null;
  readonly neededPerBusinessDay: number | null;
  readonly soFarPerDay: number;
  readonly soFarPerBusinessDay: number | null;
  /** needed ÷ so far, by business days where there are any; null where nothing came so far. */
  readonly ratio: number | null;
}

/** Above this needed ÷ so far a warning is given although the forecast still reaches. */
const STRAINED = 1.1;

/** [ANA-04] Warns where the landing misses, or where the rest has to run more than a tenth faster than it did. */
export function earlyWarning(node: PlanNode, landing: Expected, { arithmetic, to }: ForesightInput): EarlyWarning | undefined {
  const { plan } = arithmetic;
  const { low, high } = landing.wanted;
  const middle = landing.landing?.p50;
  if (middle === undefined || landing.probability === null) return undefined;
  const below = low !== null && middle < low ? low - middle : 0;
  const above = high !== null && middle > high ? middle - high : 0;
  const target = below > 0 || high === null ? (low ?? 0) : high;
  const by = node.target?.by ?? plan.period.to;
  const pace =
    node.time === 'flow' && low !== null && landing.soFar !== null
      ? paceOf(low, landing.soFar, { from: plan.period.from, to: by }, to, plan.calendar)
      : null;
  const misses = below > 0 || above > 0;
  const strained = pace?.ratio !== null && pace?.ratio !== undefined && pace.ratio > STRAINED;
  if (!misses && !strained) return undefined;
  return {
    node: node.id,
    by,
    why: misses ? 'misses' : 'pace',
    target,
    landing: middle,
    shortfall: Math.max(below, above),
    probability: landing.probability,
    pace,
  };
}

/**
 * The pace that the rest of a flow's target needs. [LND-23]
 * Nothing is needed once the target is passed; with no days left the pace is null, never infinite.
 */
export function paceOf(
  target: number,
  soFar: number,
  range: DayRange,
  to: Day,
  calendar: ForesightInput['arithmetic']['plan']['calendar'],
): Pace {
  const gone = { from: range.from, to: to < range.to ? to : range.to };
  const left = to < range.to ? { from: to < range.from ? range.from : addDays(to, 1), to: range.to } : undefined;
  const remaining = Math.max(0, target - soFar);
  const daysGone = gone.to < gone.from ? 0 : lengthOf(gone);
  const businessGone = gone.to < gone.from ? 0 : businessDaysIn(gone, calendar);
  const daysLeft = left ? lengthOf(left) : 0;
  const businessDaysLeft = left ? businessDaysIn(left, calendar) : 0;
  const per = (amount: number, days: number) => (days > 0 ? amount / days : null);
  const [needed, so] = [per(remaining, businessDaysLeft), per(soFar, businessGone)];
  const [neededPerDay, soFarPerDay] = [per(remaining, daysLeft), per(soFar, daysGone)];
  const [first, second] = needed !== null && so !== null ? [needed, so] : [neededPerDay, soFarPerDay];
  return {
    remaining,
    daysLeft,
    businessDaysLeft,
    neededPerDay,
    neededPerBusinessDay: needed,
    soFarPerDay: soFarPerDay ?? 0,
    soFarPerBusinessDay: so,
    ratio: first !== null && second !== null && second > 0 ? first / second : null,
  };
}
