import { businessDaysIn } from '../calendar/business-day.ts';
import { periodAt, periodIndexOf } from '../calendar/period.ts';
import { toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import type { ParsedPlan, PlanText } from '../plan/build-plan.ts';
import { monthKey } from '../plan/month-bounds.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { type LinearDelivery, leversOf, linearDelivery } from './linear-delivery.ts';
import type { PlannedSchedule, PlannerAnswer, PlannerRequest, ScheduledMonth } from './planner.ts';
import { plannerMessages } from './planner-messages.ts';
import { USUAL_RAMP } from './schedule.ts';
import { sheetWith } from './schedule-sheet.ts';
import { type SteppedLever, stepsPlanned } from './steps-planned.ts';

const problem = problemsOf(plannerMessages);

/** A plan that can be planned backwards, with what is asked of it. */
export interface PlannerInput {
  readonly goal: PlanNode;
  readonly text: PlanText;
  readonly parsed: ParsedPlan;
  readonly arithmetic: Arithmetic;
  readonly request: PlannerRequest;
}

/** What to create month by month. [PLA-03] */
export function plannedByMonth(input: PlannerInput): PlannerAnswer {
  const { goal, text, parsed, arithmetic, request } = input;
  const found = leversFor(input);
  if (found.kind === 'refused') return found;
  const { levers } = found;
  const linear = linearDelivery(goal, arithmetic, levers, request.lags ?? new Map(), request.learned);
  if (linear.kind !== 'linear') return refusedDelivery(linear, goal, levers);
  const { delivery } = linear;
  const { steps } = delivery;
  const past = pastOf(request, steps);
  if (past >= steps) return { kind: 'refused', problems: [problem('planner-over', {})] };
  const targets = caughtUp(wantedOf(goal, arithmetic), request, past);
  const season = seasonOf(arithmetic, request, past, delivery.base.length - past);
  const planned = stepsPlanned({
    delivery,
    targets,
    levers: levers.map(id => leverOf(id, arithmetic, request, past, delivery.base.length - past)),
    shapes: request.shapes ?? ['smooth', 'even', 'earliest', request.season ? 'seasonal' : 'cheapest'],
    ramp: request.ramp ?? USUAL_RAMP,
    ...(request.growth === undefined ? {} : { growth: request.growth }),
    ...(season ? { season } : {}),
    past,
    came: request.actuals?.delivered ?? [],
    isCount: goal.unit.kind === 'count',
  });
  const months = arithmetic.months.map(monthKey);
  const schedules = planned.map(({ shape, amounts, steps: each }): PlannedSchedule => {
    const inPlan = new Map(levers.map((id, i) => [id, (amounts[i] ?? []).slice(0, steps)] as const));
    const sheet = sheetWith(text.sheet ?? '', inPlan, months);
    return {
      shape,
      levers: inPlan,
      months: each.map((step, month): ScheduledMonth => ({ month: months[month] ?? '', ...step })),
      texts: sheet === undefined ? undefined : { yaml: parsed.source.text, sheet },
    };
  });
  if (schedules.length === 0) return { kind: 'refused', problems: [problem('planner-contradiction', { levers })] };
  const tail = delivery.base.length - steps;
  return {
    kind: 'planned',
    goal: goal.id,
    rhythm: 'month',
    months,
    tail,
    targets,
    schedules,
    problems: notesOn(schedules, tail),
  };
}

/** What is to be planned; refused where something else is not known, or nothing moves the goal. */
export function leversFor({
  goal,
  arithmetic,
  request,
}: PlannerInput): { readonly kind: 'found'; readonly levers: readonly NodeId[] } | Extract<PlannerAnswer, { kind: 'refused' }> {
  const missing = arithmetic.missing.filter(id => !request.levers?.includes(id));
  if (missing.length > 0) return { kind: 'refused', problems: [problem('planner-missing', { nodes: missing })] };
  const levers = leversOf(goal, arithmetic, request.levers);
  return levers.length > 0
    ? { kind: 'found', levers }
    : { kind: 'refused', problems: [problem('planner-no-lever', { goal: goal.id })] };
}

/** Why a goal's steps are no lines over the levers. */
export function refusedDelivery(
  { kind }: Exclude<LinearDelivery, { kind: 'linear' }>,
  goal: PlanNode,
  levers: readonly NodeId[],
): Extract<PlannerAnswer, { kind: 'refused' }> {
  const why: Problem =
    kind === 'not-linear'
      ? problem('planner-not-linear', { goal: goal.id, levers })
      : problem('planner-no-history', { goal: goal.id });
  return { kind: 'refused', problems: [why] };
}

/** How many steps are over. */
export function pastOf({ actuals }: PlannerRequest, steps: number): number {
  return Math.min(steps, Math.max(0, ...[...(actuals?.levers.values() ?? [])].map(({ length }) => length)));
}

/** What a goal asks for in each month. */
export function wantedOf(goal: PlanNode, arithmetic: Arithmetic): readonly number[] {
  return arithmetic.months.map((_, month) => {
    const low = arithmetic.bounds.get(goal.id)?.[month]?.low;
    return low ? toNumber(low) : 0;
  });
}

/** Targets of the steps left, with what is missing so far spread over them in their proportion, where that is asked for. */
export function caughtUp(
  wanted: readonly number[],
  { actuals, catchUp }: PlannerRequest,
  past: number,
  steps = wanted.length,
): readonly number[] {
  if (!catchUp || past === 0) return wanted;
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const missing = Math.max(0, sum(wanted.slice(0, past)) - sum(actuals?.delivered.slice(0, past) ?? []));
  const left = sum(wanted.slice(past, steps));
  return left > 0 ? wanted.map((target, step) => (step < past ? target : target * (1 + missing / left))) : wanted;
}

/** Whether amounts of a node cannot be halved. */
export function isWhole(node: PlanNode | undefined): boolean {
  return node?.unit.kind === 'count' || node?.unit.kind === 'money';
}

function leverOf(
  id: NodeId,
  arithmetic: Arithmetic,
  { capacity, unitCost, actuals }: PlannerRequest,
  past: number,
  horizon: number,
): SteppedLever {
  const baseline = arithmetic.baselines.get(id);
  const done = actuals?.levers.get(id)?.slice(0, past) ?? [];
  const own = capacity?.get(id);
  const cost = unitCost?.get(id);
  const most = Array.from({ length: horizon }, (_, step) => least(own, budgetOf(id, arithmetic, past + step, cost)));
  return {
    id,
    done,
    isWhole: isWhole(arithmetic.plan.nodes.get(id)),
    before: done.at(-1) ?? (baseline ? toNumber(baseline) : 0),
    ...(most.some(limit => limit !== undefined) ? { most } : {}),
    ...(cost === undefined ? {} : { cost: [cost] }),
  };
}

/** How many of a lever a month's budget pays for; undefined where no line or no cost of one says. */
export function budgetOf(id: NodeId, arithmetic: Arithmetic, at: number, cost: number | undefined): number | undefined {
  const lines = arithmetic.plan.budget.filter(({ node }) => node === id);
  const month = arithmetic.months[Math.min(at, arithmetic.months.length - 1)];
  if (lines.length === 0 || cost === undefined || cost <= 0 || !month) return undefined;
  return lines.reduce((sum, { months }) => sum + Number(months.get(monthKey(month)) ?? 0), 0) / cost;
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

function seasonOf(
  arithmetic: Arithmetic,
  { season }: PlannerRequest,
  past: number,
  horizon: number,
): readonly number[] | undefined {
  const first = arithmetic.months[0];
  if (!season || !first) return undefined;
  const { calendar } = arithmetic.plan;
  const index = periodIndexOf(first.from, 'month', calendar);
  return evened(
    Array.from({ length: horizon }, (_, step) => {
      const period = periodAt(index + past + step, 'month', calendar);
      if (season !== 'business-days') return season[Number(period.to.slice(5, 7)) - 1] ?? 1;
      return businessDaysIn({ from: period.from, to: period.to }, calendar);
    }),
  );
}

/** Weights around 1. */
export function evened(weights: readonly number[]): readonly number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map(weight => (mean > 0 ? Math.max(weight / mean, 0.01) : 1));
}

function notesOn(schedules: readonly PlannedSchedule[], tail: number): readonly Problem[] {
  const months = schedules[0]?.months ?? [];
  const named = (state: ScheduledMonth['state']) => months.filter(month => month.state === state).map(({ month }) => month);
  const [lost, far] = [named('not-influenceable'), named('out-of-reach')];
  return [
    ...(lost.length > 0 ? [problem('planner-lost-months', { months: lost })] : []),
    ...(far.length > 0 ? [problem('planner-out-of-reach', { months: far })] : []),
    ...(tail >= months.length ? [problem('planner-long-lag', { tail, months: months.length })] : []),
  ];
}
