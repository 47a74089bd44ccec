import { businessDaysIn } from '../calendar/business-day.ts';
import { periodAt, periodIndexOf } from '../calendar/period.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import { toNumber } from '../number/rational.ts';
import { type Arithmetic, prepareArithmetic } from '../plan/arithmetic.ts';
import { type ParsedPlan, type PlanText, parsePlan } from '../plan/build-plan.ts';
import { monthKey } from '../plan/month-bounds.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { uncountable } from '../plan/uncountable.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { chanceOfAtLeast } from './chance.ts';
import { type LagDistribution, normalised } from './lag-distribution.ts';
import { leversOf, linearDelivery } from './linear-delivery.ts';
import { plannerMessages } from './planner-messages.ts';
import { INFLUENCEABLE, type ScheduleLever, type ScheduleShape, scheduleOf, USUAL_RAMP } from './schedule.ts';
import { sheetWith } from './schedule-sheet.ts';

export interface PlannerRequest {
  readonly goal?: NodeId;
  /** The amounts to plan; those that add up and help the goal when absent. */
  readonly levers?: readonly NodeId[];
  /** Delay of a node's inputs by whole months, in place of the plan's `lag`. */
  readonly lags?: ReadonlyMap<NodeId, LagDistribution>;
  /** Most of a lever per month. */
  readonly capacity?: ReadonlyMap<NodeId, number>;
  /** Cost of a unit of a lever; with the budget lines of the plan it limits a month's amount. */
  readonly unitCost?: ReadonlyMap<NodeId, number>;
  /** Greatest relative change from month to month. */
  readonly ramp?: number;
  /** By which share the last month's target grows from month to month behind the plan's end; it stays as it is when absent. */
  readonly growth?: number;
  /** Weight of each calendar month from January on; `business-days` counts them. */
  readonly season?: readonly number[] | 'business-days';
  readonly shapes?: readonly ScheduleShape[];
  /** What has happened: amounts of the levers and of the goal in the months that are over. */
  readonly actuals?: { readonly levers: ReadonlyMap<NodeId, readonly number[]>; readonly delivered: readonly number[] };
  /** Makes up for what is missing so far in the months left. */
  readonly catchUp?: boolean;
}

export type PlannerAnswer =
  | {
      readonly kind: 'planned';
      readonly goal: NodeId;
      readonly months: readonly string[];
      /** Months behind the plan's end that it plans for, so that the end is not left empty. */
      readonly tail: number;
      readonly targets: readonly number[];
      readonly schedules: readonly PlannedSchedule[];
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** One feasible schedule over the months of the plan that are still to come. */
export interface PlannedSchedule {
  readonly shape: ScheduleShape;
  /** Amounts by lever and month of the plan: what has happened, then what is planned; counts are whole. */
  readonly levers: ReadonlyMap<NodeId, readonly number[]>;
  readonly months: readonly ScheduledMonth[];
  /** The plan's texts with these amounts in the sheet; undefined where the sheet cannot take them. */
  readonly texts: { readonly yaml: string; readonly sheet: string } | undefined;
}

export interface ScheduledMonth {
  readonly month: string;
  readonly target: number;
  /** Expected under the plan's own rates and delays. */
  readonly delivered: number;
  /** Share of it that comes from what is still to be created. */
  readonly influence: number;
  readonly state: 'over' | 'met' | 'out-of-reach' | 'not-influenceable';
  /** For goals that count: the chance that at least the target arrives, arrivals being random. */
  readonly chance: number | undefined;
}

const problem = problemsOf(plannerMessages);

/**
 * Plans backwards over time: from what a goal asks for in each month to what must be created when, through delays. [PLA-01]
 *
 * In: the plan's two texts, the catalogue, limits and history. Out: several feasible schedules, each with what it delivers month by
 * month, and honest about months that nothing can change any more. The horizon extends behind the plan's end by the longest delay.
 * Every impossible request is answered in words; nothing is NaN.
 */
export function planSchedule(text: PlanText, catalogue: Catalogue, request: PlannerRequest = {}): PlannerAnswer {
  const parsed = parsePlan(text, catalogue);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) return { kind: 'refused', problems: [uncountable(prepared, parsed.value)] };
  const goals = [...parsed.value.plan.nodes.values()].filter(({ role }) => role === 'goal');
  const goal = request.goal === undefined ? goals[0] : goals.find(({ id }) => id === request.goal);
  if (!goal) return { kind: 'refused', problems: [problem('planner-no-goal', { goal: request.goal ?? '' })] };
  const refusals = [...unusable(request, parsed.value.plan.nodes), ...unplannable(goal, prepared.arithmetic)];
  if (refusals.length > 0) return { kind: 'refused', problems: refusals };
  return planned(goal, text, parsed.value, prepared.arithmetic, request);
}

function unusable(request: PlannerRequest, nodes: ReadonlyMap<NodeId, PlanNode>): readonly Problem[] {
  const named = [...(request.levers ?? []), ...(request.lags?.keys() ?? []), ...(request.capacity?.keys() ?? [])];
  const lags = [...(request.lags ?? [])].filter(([, shares]) => !normalised(shares));
  const capacity = [...(request.capacity ?? [])].filter(([, most]) => !(most >= 0));
  const { ramp, growth, actuals } = request;
  const amounts = [...(actuals?.levers.values() ?? []), actuals?.delivered ?? []].flat();
  return [
    ...[...new Set(named)].filter(id => !nodes.has(id)).map(node => problem('planner-unknown', { node })),
    ...lags.map(([node]) => problem('planner-lag', { node })),
    ...capacity.map(([node]) => problem('planner-capacity', { node })),
    ...(ramp !== undefined && !(ramp > 0 && Number.isFinite(ramp)) ? [problem('planner-ramp', {})] : []),
    ...(growth !== undefined && !(growth > -1 && growth <= 1) ? [problem('planner-growth', {})] : []),
    ...(amounts.some(amount => !(amount >= 0)) ? [problem('planner-negative', {})] : []),
  ];
}

function unplannable(goal: PlanNode, arithmetic: Arithmetic): readonly Problem[] {
  const bounds = arithmetic.bounds.get(goal.id) ?? [];
  if (goal.time !== 'flow') return [problem('planner-not-a-flow', { goal: goal.id })];
  if (!goal.equals) return [problem('planner-no-formula', { goal: goal.id })];
  if (!bounds.some(({ low }) => low && low.numerator > 0n)) return [problem('planner-no-target', { goal: goal.id })];
  return [];
}

function planned(
  goal: PlanNode,
  text: PlanText,
  parsed: ParsedPlan,
  arithmetic: Arithmetic,
  request: PlannerRequest,
): PlannerAnswer {
  const refused = (found: Problem): PlannerAnswer => ({ kind: 'refused', problems: [found] });
  const missing = arithmetic.missing.filter(id => !request.levers?.includes(id));
  if (missing.length > 0) return refused(problem('planner-missing', { nodes: missing }));
  const levers = leversOf(goal, arithmetic, request.levers);
  if (levers.length === 0) return refused(problem('planner-no-lever', { goal: goal.id }));
  const linear = linearDelivery(goal, arithmetic, levers, request.lags ?? new Map());
  switch (linear.kind) {
    case 'not-linear':
      return refused(problem('planner-not-linear', { goal: goal.id, levers }));
    case 'unknown':
      return refused(problem('planner-no-history', { goal: goal.id }));
    case 'linear':
      break;
  }
  const { delivery } = linear;
  const { steps } = delivery;
  const wanted = arithmetic.months.map((_, month) => {
    const low = arithmetic.bounds.get(goal.id)?.[month]?.low;
    return low ? toNumber(low) : 0;
  });
  const past = Math.min(steps, Math.max(0, ...[...(request.actuals?.levers.values() ?? [])].map(({ length }) => length)));
  if (past >= steps) return refused(problem('planner-over', {}));
  const done = (lever: number) => request.actuals?.levers.get(levers[lever] ?? '')?.slice(0, past) ?? [];
  const rest = remaining(delivery, past, done);
  const targets = caughtUp(wanted, request, past);
  const scheduleLevers = levers.map((id, i) => leverOf(id, arithmetic, request, past, rest.base.length, done(i).at(-1)));
  const season = seasonOf(arithmetic, request, past, rest.base.length);
  const shapes = request.shapes ?? ['smooth', 'even', 'earliest', request.season ? 'seasonal' : 'cheapest'];
  const isCount = goal.unit.kind === 'count';
  const schedules = shapes.flatMap(shape => {
    const found = scheduleOf({
      delivery: rest,
      targets: targets.slice(past),
      levers: scheduleLevers,
      shape,
      ramp: request.ramp ?? USUAL_RAMP,
      ...(request.growth === undefined ? {} : { growth: request.growth }),
      ...(season ? { season } : {}),
    });
    if (!found) return [];
    const amounts = new Map(
      levers.map((id, i) => {
        const own = (found.created[i] ?? []).map((amount, step) =>
          written(amount, arithmetic.plan.nodes.get(id), scheduleLevers[i], step),
        );
        return [id, [...done(i), ...own]] as const;
      }),
    );
    const all = levers.map(id => amounts.get(id) ?? []);
    const values = delivery.base.map((value, step) =>
      all.reduce(
        (sum, created, i) =>
          created.reduce((total, amount, from) => total + amount * (delivery.response[i]?.[from]?.[step] ?? 0), sum),
        value,
      ),
    );
    const months = arithmetic.months.map((part, month): ScheduledMonth => {
      const value = month < past ? (request.actuals?.delivered[month] ?? values[month] ?? 0) : (values[month] ?? 0);
      const target = targets[month] ?? 0;
      const influence = found.influence[month - past] ?? 0;
      const isShort = found.outOfReach.includes(month - past);
      const state = month < past ? 'over' : isShort ? (influence < INFLUENCEABLE ? 'not-influenceable' : 'out-of-reach') : 'met';
      const chance = isCount && month >= past ? chanceOfAtLeast(value, target) : undefined;
      return { month: monthKey(part), target, delivered: value, influence, state, chance };
    });
    const inPlan = new Map([...amounts].map(([id, list]) => [id, list.slice(0, steps)] as const));
    const sheet = sheetWith(text.sheet ?? '', inPlan, arithmetic.months.map(monthKey));
    const texts = sheet === undefined ? undefined : { yaml: parsed.source.text, sheet };
    return [{ shape, levers: inPlan, months, texts }];
  });
  if (schedules.length === 0) return refused(problem('planner-contradiction', { levers }));
  const problems = notesOn(schedules, steps, delivery.base.length - steps);
  return {
    kind: 'planned',
    goal: goal.id,
    months: arithmetic.months.map(monthKey),
    tail: delivery.base.length - steps,
    targets,
    schedules,
    problems,
  };
}

/** The delivery of what is still to come: what has been created is under way like everything else. */
function remaining(
  { base, response, steps }: Extract<ReturnType<typeof linearDelivery>, { kind: 'linear' }>['delivery'],
  past: number,
  done: (lever: number) => readonly number[],
) {
  const withDone = base.map((value, step) =>
    response.reduce(
      (sum, rows, lever) => done(lever).reduce((all, amount, from) => all + amount * (rows[from]?.[step] ?? 0), sum),
      value,
    ),
  );
  return {
    steps: steps - past,
    base: withDone.slice(past),
    response: response.map(rows => rows.slice(past).map(row => row.slice(past))),
  };
}

/** Targets of the months left, with what is missing so far spread over them in their proportion, where that is asked for. */
function caughtUp(wanted: readonly number[], { actuals, catchUp }: PlannerRequest, past: number): readonly number[] {
  if (!catchUp || past === 0) return wanted;
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const missing = Math.max(0, sum(wanted.slice(0, past)) - sum(actuals?.delivered.slice(0, past) ?? []));
  const left = sum(wanted.slice(past));
  return left > 0 ? wanted.map((target, month) => (month < past ? target : target * (1 + missing / left))) : wanted;
}

function leverOf(
  id: NodeId,
  arithmetic: Arithmetic,
  { capacity, unitCost }: PlannerRequest,
  past: number,
  horizon: number,
  last: number | undefined,
): ScheduleLever {
  const baseline = arithmetic.baselines.get(id);
  const before = last ?? (baseline ? toNumber(baseline) : 0);
  const own = capacity?.get(id);
  const cost = unitCost?.get(id);
  const lines = arithmetic.plan.budget.filter(({ node }) => node === id);
  const budget = (step: number): number | undefined => {
    const month = arithmetic.months[Math.min(past + step, arithmetic.months.length - 1)];
    if (lines.length === 0 || cost === undefined || cost <= 0 || !month) return undefined;
    return lines.reduce((sum, { months }) => sum + Number(months.get(monthKey(month)) ?? 0), 0) / cost;
  };
  const most = Array.from({ length: horizon }, (_, step) => least(own, budget(step)));
  return {
    before,
    ...(most.some(limit => limit !== undefined) ? { most } : {}),
    ...(cost === undefined ? {} : { cost: [cost] }),
  };
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
  const weights = Array.from({ length: horizon }, (_, step) => {
    const period = periodAt(index + past + step, 'month', calendar);
    if (season !== 'business-days') return season[Number(period.to.slice(5, 7)) - 1] ?? 1;
    return businessDaysIn({ from: period.from, to: period.to }, calendar);
  });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map(weight => (mean > 0 ? Math.max(weight / mean, 0.01) : 1));
}

/** An amount as it is written into the sheet: things are whole, rounded up unless that passes a limit. */
function written(amount: number, node: PlanNode | undefined, lever: ScheduleLever | undefined, step: number): number {
  if (node?.unit.kind !== 'count' && node?.unit.kind !== 'money') return Number(amount.toPrecision(12));
  const up = Math.ceil(amount - 1e-6);
  const most = lever?.most?.[Math.min(step, (lever.most?.length ?? 1) - 1)];
  return most !== undefined && up > most ? Math.floor(amount + 1e-9) : up;
}

function notesOn(schedules: readonly PlannedSchedule[], steps: number, tail: number): readonly Problem[] {
  const months = schedules[0]?.months ?? [];
  const named = (state: ScheduledMonth['state']) => months.filter(month => month.state === state).map(({ month }) => month);
  const [lost, far] = [named('not-influenceable'), named('out-of-reach')];
  return [
    ...(lost.length > 0 ? [problem('planner-lost-months', { months: lost })] : []),
    ...(far.length > 0 ? [problem('planner-out-of-reach', { months: far })] : []),
    ...(tail >= steps ? [problem('planner-long-lag', { tail, months: steps })] : []),
  ];
}
