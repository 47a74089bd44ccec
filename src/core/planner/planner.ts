import type { Day } from '../calendar/day.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import { prepareArithmetic } from '../plan/arithmetic.ts';
import { type PlanText, parsePlan } from '../plan/build-plan.ts';
import type { LagShare } from '../plan/lag-spread.ts';
import type { NodeId } from '../plan/plan.ts';
import { uncountable } from '../plan/uncountable.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import type { LagDistribution } from './lag-distribution.ts';
import { plannedByMonth } from './plan-months.ts';
import { plannedByWeek } from './plan-weeks.ts';
import { plannerMessages } from './planner-messages.ts';
import type { ScheduleShape } from './schedule.ts';
import { unplannable, unusable } from './unplannable.ts';
import type { DayWeight } from './week-axis.ts';

export interface PlannerRequest {
  readonly goal?: NodeId;
  /** Whether it is planned by months or by weeks; months when absent. */
  readonly rhythm?: 'month' | 'week';
  /** By weeks: which days a week's amounts fall on; business days when absent. */
  readonly days?: DayWeight;
  /** The amounts to plan; those that add up and help the goal when absent. */
  readonly levers?: readonly NodeId[];
  /** Delay of a node's inputs by whole months, in place of the plan's `lag`. */
  readonly lags?: ReadonlyMap<NodeId, LagDistribution>;
  /** Delays learned from dates, in place of the plan's `lag`. */
  readonly learned?: ReadonlyMap<NodeId, readonly LagShare[]>;
  /** Most of a lever per month; by weeks, per usual week. */
  readonly capacity?: ReadonlyMap<NodeId, number>;
  /** Cost of a unit of a lever; with the budget lines of the plan it limits a month's amount. */
  readonly unitCost?: ReadonlyMap<NodeId, number>;
  /** Greatest relative change from month to month, or from week to week (per day that counts). */
  readonly ramp?: number;
  /** By which share the last month's target grows from month to month behind the plan's end; it stays as it is when absent. */
  readonly growth?: number;
  /** Weight of each calendar month from January on; `business-days` counts them. */
  readonly season?: readonly number[] | 'business-days';
  readonly shapes?: readonly ScheduleShape[];
  /** What has happened: amounts of the levers and of the goal in the months, or weeks, that are over. */
  readonly actuals?: { readonly levers: ReadonlyMap<NodeId, readonly number[]>; readonly delivered: readonly number[] };
  /** Makes up for what is missing so far in what is left. */
  readonly catchUp?: boolean;
}

export type PlannerAnswer =
  | {
      readonly kind: 'planned';
      readonly goal: NodeId;
      readonly rhythm: 'month' | 'week';
      readonly months: readonly string[];
      /** Months or weeks behind the plan's end that it plans for, so that the end is not left empty. */
      readonly tail: number;
      readonly targets: readonly number[];
      readonly schedules: readonly PlannedSchedule[];
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** One feasible schedule over the time of the plan that is still to come. */
export interface PlannedSchedule {
  readonly shape: ScheduleShape;
  /** Amounts by lever and month of the plan: what has happened, then what is planned; counts are whole. */
  readonly levers: ReadonlyMap<NodeId, readonly number[]>;
  readonly months: readonly ScheduledMonth[];
  /** By weeks: what the months are made of. */
  readonly weeks?: readonly ScheduledWeek[];
  /** The plan's texts with these amounts in the sheet; undefined where the sheet cannot take them. */
  readonly texts: { readonly yaml: string; readonly sheet: string } | undefined;
}

export interface ScheduledStep {
  readonly target: number;
  /** Expected under the plan's own rates and delays. */
  readonly delivered: number;
  /** Share of it that comes from what is still to be created. */
  readonly influence: number;
  readonly state: 'over' | 'met' | 'out-of-reach' | 'not-influenceable';
  /** For goals that count: the chance that at least the target arrives, arrivals being random. */
  readonly chance: number | undefined;
}

export interface ScheduledMonth extends ScheduledStep {
  readonly month: string;
}

export interface ScheduledWeek extends ScheduledStep {
  /** First day of the whole week: its column in a sheet. */
  readonly week: Day;
  /** What of it lies in the plan. */
  readonly from: Day;
  readonly to: Day;
  /** Days that count. */
  readonly days: number;
  readonly levers: Readonly<Record<NodeId, number>>;
}

const problem = problemsOf(plannerMessages);

/**
 * Plans backwards over time: from what a goal asks for in each month or week to what must be created when, through delays. [PLA-01]
 *
 * In: the plan's two texts, the catalogue, limits and history. Out: several feasible schedules, each with what it delivers month by
 * month or week by week, and honest about months that nothing can change any more. The horizon extends behind the plan's end by the longest delay.
 * Every impossible request is answered in words; nothing is NaN.
 */
export function planSchedule(text: PlanText, catalogue: Catalogue, request: PlannerRequest = {}): PlannerAnswer {
  const parsed = parsePlan(text, catalogue);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  // A delay that cannot be read would be planned as none.
  const delays = parsed.problems.filter(({ severity, at }) => severity === 'error' && at.at(-1) === 'lag');
  if (delays.length > 0) return { kind: 'refused', problems: delays };
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) return { kind: 'refused', problems: [uncountable(prepared, parsed.value)] };
  const goals = [...parsed.value.plan.nodes.values()].filter(({ role }) => role === 'goal');
  const goal = request.goal === undefined ? goals[0] : goals.find(({ id }) => id === request.goal);
  if (!goal) return { kind: 'refused', problems: [problem('planner-no-goal', { goal: request.goal ?? '' })] };
  const refusals = [...unusable(request, parsed.value.plan.nodes), ...unplannable(goal, prepared.arithmetic)];
  if (refusals.length > 0) return { kind: 'refused', problems: refusals };
  const input = { goal, text, parsed: parsed.value, arithmetic: prepared.arithmetic, request };
  return request.rhythm === 'week' ? plannedByWeek(input) : plannedByMonth(input);
}
