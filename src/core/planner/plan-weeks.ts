import { callsFunction, LOOKING_BACK } from '../formula/ast.ts';
import { toNumber } from '../number/rational.ts';
import { monthKey } from '../plan/month-bounds.ts';
import type { NodeId } from '../plan/plan.ts';
import { ancestorsOf } from '../plan/program.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { chanceOfAtLeast } from './chance.ts';
import {
  budgetOf,
  caughtUp,
  evened,
  isWhole,
  leversFor,
  type PlannerInput,
  pastOf,
  refusedDelivery,
  wantedOf,
} from './plan-months.ts';
import type { PlannedSchedule, PlannerAnswer, ScheduledMonth, ScheduledStep, ScheduledWeek } from './planner.ts';
import { plannerMessages } from './planner-messages.ts';
import { INFLUENCEABLE, type ScheduleSum } from './schedule.ts';
import { sheetWith } from './schedule-sheet.ts';
import { type SteppedLever, type SteppedSchedule, stepsPlanned } from './steps-planned.ts';
import type { Week, WeekAxis } from './week-axis.ts';
import { weeklyDelivery } from './weekly-delivery.ts';
import { weeksOfMonths } from './weeks-of-months.ts';

const problem = problemsOf(plannerMessages);

/** Greatest change from week to week unless allowed otherwise: over any month it stays below a third. */
const USUAL_WEEKLY_RAMP = 0.07;

/**
 * What to create week by week. [PLA-11, PLA-12]
 *
 * What the months of the goal ask for is told in weeks that add up to them; levers are measured per day that counts. What weeks create
 * and deliver is added up to months by the same days, so that a month is met where its weeks are.
 */
export function plannedByWeek(input: PlannerInput): PlannerAnswer {
  const { goal, text, parsed, arithmetic, request } = input;
  const { nodes } = arithmetic.plan;
  const looking = ancestorsOf(goal.id, nodes).filter(id => {
    const equals = nodes.get(id)?.equals;
    return equals && callsFunction(equals, LOOKING_BACK);
  });
  if (looking.length > 0) return { kind: 'refused', problems: [problem('planner-weeks-look-back', { nodes: looking })] };
  const found = leversFor(input);
  if (found.kind === 'refused') return found;
  const { levers } = found;
  const { axis, linear } = weeklyDelivery(
    goal,
    arithmetic,
    levers,
    request.lags ?? new Map(),
    request.days ?? 'business-days',
    request.learned,
  );
  if (!axis) return refusedDelivery(linear, goal, levers);
  const past = pastOf(request, axis.steps);
  if (past >= axis.steps) return { kind: 'refused', problems: [problem('planner-over', {})] };
  const owed = wantedOf(goal, arithmetic);
  const within = weeksOfMonths(axis, owed);
  const wanted = axis.weeks.map((week, step) => {
    const own = step < axis.steps ? goal.weeks?.get(week.key) : undefined;
    return own === undefined ? (within[step] ?? goneOn(week, axis, owed, request.growth)) : Number(own);
  });
  const targets = caughtUp(wanted, request, past, axis.steps);
  const season = seasonOf(axis, input, past);
  const planned = stepsPlanned({
    delivery: linear.delivery,
    targets,
    levers: levers.map(id => leverOf(id, axis, input, past)),
    shapes: request.shapes ?? ['smooth', 'even', 'earliest', season ? 'seasonal' : 'cheapest'],
    ramp: request.ramp ?? USUAL_WEEKLY_RAMP,
    ...(season ? { season } : {}),
    sizes: axis.weeks.map(({ weight }) => weight),
    past,
    came: request.actuals?.delivered ?? [],
    isCount: goal.unit.kind === 'count',
  });
  if (planned.length === 0) return { kind: 'refused', problems: [problem('planner-contradiction', { levers })] };
  const months = arithmetic.months.map(monthKey);
  const schedules = planned.map((schedule): PlannedSchedule => {
    const weeks = weeksOf(schedule, levers, axis);
    const amounts = new Map(levers.map((id, i) => [id, byMonth(schedule.amounts[i] ?? [], axis, isWhole(nodes.get(id)))]));
    const keys = weeks.map(({ week }) => week);
    const monthly = sheetWith(text.sheet ?? '', amounts, months);
    const weekly = new Map(levers.map((id, i) => [id, (schedule.amounts[i] ?? []).slice(0, axis.steps)]));
    const sheet = monthly === undefined ? undefined : sheetWith(monthly, weekly, keys);
    return {
      shape: schedule.shape,
      levers: amounts,
      months: monthsOf(schedule.steps, axis, months, past, goal.unit.kind === 'count'),
      weeks,
      texts: sheet === undefined ? undefined : { yaml: parsed.source.text, sheet },
    };
  });
  const tail = axis.weeks.length - axis.steps;
  return {
    kind: 'planned',
    goal: goal.id,
    rhythm: 'week',
    months,
    tail,
    targets: byMonth(targets, axis, false),
    schedules,
    problems: notesOn(schedules, axis, tail),
  };
}

/** What a week behind the plan asks for: the last month's target goes on by the days that count. */
function goneOn(week: Week, axis: WeekAxis, owed: readonly number[], growth = 0): number {
  const last = owed.length - 1;
  const perDay = (owed[last] ?? 0) / (axis.monthWeight(last) || 1);
  return week.pieces.reduce((sum, { month, weight }) => sum + perDay * (1 + growth) ** (month - last) * weight, 0);
}

function leverOf(id: NodeId, axis: WeekAxis, { arithmetic, request }: PlannerInput, past: number): SteppedLever {
  const baseline = arithmetic.baselines.get(id);
  const done = request.actuals?.levers.get(id)?.slice(0, past) ?? [];
  const cost = request.unitCost?.get(id);
  const own = request.capacity?.get(id);
  const left = axis.weeks.slice(past);
  const most = own === undefined ? undefined : left.map(({ weight }) => (own * weight) / axis.usualWeek);
  const sums = budgets(id, axis, { arithmetic }, past, cost, done);
  return {
    id,
    done,
    isWhole: isWhole(arithmetic.plan.nodes.get(id)),
    // Per day that counts, as changes are measured.
    before: paceBefore(done, axis) ?? (baseline ? toNumber(baseline) / axis.usualMonth : 0),
    ...(most ? { most } : {}),
    ...(cost === undefined ? {} : { cost: [cost] }),
    ...(sums.length > 0 ? { sums } : {}),
  };
}

/** Amount per day that counts in the last week that is over and had any. */
function paceBefore(done: readonly number[], axis: WeekAxis): number | undefined {
  for (let step = done.length - 1; step >= 0; step--) {
    const weight = axis.at(step)?.weight ?? 0;
    if (weight > 0) return (done[step] ?? 0) / weight;
  }
  return undefined;
}

/** What the budget of each month pays for, over the pieces of its weeks that are left. */
function budgets(
  id: NodeId,
  axis: WeekAxis,
  { arithmetic }: Pick<PlannerInput, 'arithmetic'>,
  past: number,
  cost: number | undefined,
  done: readonly number[],
): readonly ScheduleSum[] {
  const last = axis.weeks.at(-1)?.pieces.at(-1)?.month ?? -1;
  return Array.from({ length: last + 1 }, (_, month) => month).flatMap((month): readonly ScheduleSum[] => {
    const budget = budgetOf(id, arithmetic, month, cost);
    if (budget === undefined) return [];
    const pieces = axis.weeks.flatMap(({ pieces: own, weight }, step) => {
      const piece = own.find(one => one.month === month);
      return piece && weight > 0 && piece.weight > 0 ? [{ step, share: piece.weight / weight }] : [];
    });
    const spent = pieces.reduce((all, { step, share }) => (step < past ? all + share * (done[step] ?? 0) : all), 0);
    const parts = pieces.flatMap(({ step, share }) => (step >= past ? [[step - past, share] as const] : []));
    return parts.length > 0 ? [{ parts, most: Math.max(0, budget - spent) }] : [];
  });
}

function seasonOf(
  axis: WeekAxis,
  { request: { season }, arithmetic }: PlannerInput,
  past: number,
): readonly number[] | undefined {
  if (season === undefined || season === 'business-days') return undefined;
  const first = Number(arithmetic.months[0]?.period.to.slice(5, 7) ?? 1) - 1;
  return evened(
    axis.weeks.slice(past).map(({ pieces }) => {
      const all = pieces.reduce((total, { weight }) => total + weight, 0);
      const weighed = pieces.reduce((total, { month, weight }) => total + (season[(first + month) % 12] ?? 1) * weight, 0);
      return all > 0 ? weighed / all : 1;
    }),
  );
}

function weeksOf({ amounts, steps }: SteppedSchedule, levers: readonly NodeId[], axis: WeekAxis): readonly ScheduledWeek[] {
  return steps.flatMap((step, place): readonly ScheduledWeek[] => {
    const week = axis.at(place);
    if (!week) return [];
    const own = Object.fromEntries(levers.map((id, i) => [id, amounts[i]?.[place] ?? 0]));
    return [{ week: week.key, from: week.from, to: week.to, days: week.weight, levers: own, ...step }];
  });
}

/** Amounts of weeks as months, by the days of each piece; of whole things the months are whole and add up to the weeks. */
function byMonth(amounts: readonly number[], axis: WeekAxis, whole: boolean): readonly number[] {
  const months: number[] = [];
  for (const [step, { pieces, weight }] of axis.weeks.slice(0, axis.steps).entries()) {
    for (const piece of pieces) {
      const share = weight > 0 ? piece.weight / weight : 1 / pieces.length;
      months[piece.month] = (months[piece.month] ?? 0) + (amounts[step] ?? 0) * share;
    }
  }
  if (!whole) return months.map(amount => Number(amount.toPrecision(12)));
  let [exact, given] = [0, 0];
  return months.map(amount => {
    exact += amount;
    const own = Math.round(exact) - given;
    given += own;
    return own;
  });
}

function monthsOf(
  steps: readonly ScheduledStep[],
  axis: WeekAxis,
  months: readonly string[],
  past: number,
  isCount: boolean,
): readonly ScheduledMonth[] {
  const over = (value: (step: ScheduledStep) => number) => byMonth(steps.map(value), axis, false);
  const [targets, delivered] = [over(step => step.target), over(step => step.delivered)];
  const open = over(step => step.delivered * step.influence);
  return months.map((key, month): ScheduledMonth => {
    const [target, value] = [targets[month] ?? 0, delivered[month] ?? 0];
    const isOver = steps.every((_, place) => place < past || !axis.at(place)?.pieces.some(piece => piece.month === month));
    const influence = value > 0 ? (open[month] ?? 0) / value : 0;
    const isShort = value < target * (1 - 1e-6);
    const state = isOver ? 'over' : !isShort ? 'met' : influence < INFLUENCEABLE ? 'not-influenceable' : 'out-of-reach';
    const chance = isCount && !isOver ? chanceOfAtLeast(value, target) : undefined;
    return { month: key, target, delivered: value, influence, state, chance };
  });
}

function notesOn(schedules: readonly PlannedSchedule[], axis: WeekAxis, tail: number): readonly Problem[] {
  const weeks = schedules[0]?.weeks ?? [];
  const [lost, far] = [stretches(weeks, 'not-influenceable'), stretches(weeks, 'out-of-reach')];
  return [
    ...(lost.length > 0 ? [problem('planner-lost-weeks', { weeks: lost })] : []),
    ...(far.length > 0 ? [problem('planner-weeks-out-of-reach', { weeks: far })] : []),
    ...(tail >= axis.steps ? [problem('planner-long-lag-weeks', { tail, weeks: axis.steps })] : []),
  ];
}

/** Weeks in a state, neighbours as one stretch: `2026-04-06` or `2026-04-06/2026-05-11`. */
function stretches(weeks: readonly ScheduledWeek[], state: ScheduledWeek['state']): readonly string[] {
  const found: string[] = [];
  for (let place = 0; place < weeks.length; place++) {
    if (weeks[place]?.state !== state) continue;
    const first = place;
    while (weeks[place + 1]?.state === state) place += 1;
    const [from, to] = [weeks[first]?.week, weeks[place]?.week];
    if (from !== undefined) found.push(from === to ? from : `${from}/${to}`);
  }
  return found;
}
