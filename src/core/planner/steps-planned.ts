import type { NodeId } from '../plan/plan.ts';
import { chanceOfAtLeast } from './chance.ts';
import type { ScheduledStep } from './planner.ts';
import {
  type Delivery,
  deliveredBy,
  INFLUENCEABLE,
  type ScheduleLever,
  type ScheduleShape,
  type ScheduleSum,
  schedulesOf,
} from './schedule.ts';

/** What is asked for and allowed over the steps of a plan, whatever their length. */
export interface StepsAsked {
  readonly delivery: Delivery;
  /** What is wanted in each step of the period, and behind it as far as that is said. */
  readonly targets: readonly number[];
  readonly levers: readonly SteppedLever[];
  readonly shapes: readonly ScheduleShape[];
  readonly ramp: number;
  readonly growth?: number;
  /** By step of the horizon from the first one that is not over. */
  readonly season?: readonly number[];
  /** How much each step of the horizon is: changes are measured, and amounts made even, per unit of it. All alike when absent. */
  readonly sizes?: readonly number[];
  /** Steps that are over. */
  readonly past: number;
  /** What the goal came to in them. */
  readonly came: readonly number[];
  readonly isCount: boolean;
}

export interface SteppedLever extends ScheduleLever {
  readonly id: NodeId;
  /** Created in the steps that are over. */
  readonly done: readonly number[];
  /** Things that cannot be halved. */
  readonly isWhole: boolean;
}

export interface SteppedSchedule {
  readonly shape: ScheduleShape;
  /** By lever, over the whole horizon: what was done, then what is planned. */
  readonly amounts: readonly (readonly number[])[];
  readonly steps: readonly ScheduledStep[];
}

/** Schedules of every shape asked for over the steps left; none where the limits contradict each other. [PLA-03, PLA-08] */
export function stepsPlanned(asked: StepsAsked): readonly SteppedSchedule[] {
  const { delivery, past, levers, targets, isCount } = asked;
  const rest = remaining(delivery, past, levers);
  const sizes = rest.base.map((_, step) => asked.sizes?.[past + step] ?? 1);
  const sized = levers.map(lever => perSize(lever, sizes));
  const sizedDelivery: Delivery = {
    ...rest,
    response: rest.response.map(rows => rows.map((row, from) => row.map(share => share * (sizes[from] ?? 1)))),
  };
  const schedules = schedulesOf({
    delivery: sizedDelivery,
    targets: targets.slice(past),
    levers: sized,
    shapes: asked.shapes,
    ramp: asked.ramp,
    ...(asked.growth === undefined ? {} : { growth: asked.growth }),
    ...(asked.season ? { season: asked.season } : {}),
  });
  return schedules.map(found => {
    const amounts = levers.map((lever, i) => [
      ...lever.done.slice(0, past),
      ...rounded(
        (found.created[i] ?? []).map((amount, step) => amount * (sizes[step] ?? 1)),
        lever,
      ),
    ]);
    const values = deliveredBy(delivery, amounts);
    const steps = Array.from({ length: delivery.steps }, (_, step): ScheduledStep => {
      const value = step < past ? (asked.came[step] ?? values[step] ?? 0) : (values[step] ?? 0);
      const target = targets[step] ?? 0;
      const influence = found.influence[step - past] ?? 0;
      const isShort = found.outOfReach.includes(step - past);
      const state = step < past ? 'over' : isShort ? (influence < INFLUENCEABLE ? 'not-influenceable' : 'out-of-reach') : 'met';
      const chance = isCount && step >= past ? chanceOfAtLeast(value, target) : undefined;
      return { target, delivered: value, influence, state, chance };
    });
    return { shape: found.shape, amounts, steps };
  });
}

/** The delivery of what is still to come: what has been created is under way like everything else. */
function remaining({ base, response, steps }: Delivery, past: number, levers: readonly SteppedLever[]): Delivery {
  const withDone = deliveredBy(
    { base, response, steps },
    levers.map(({ done }) => done.slice(0, past)),
  );
  return {
    steps: steps - past,
    base: withDone.slice(past),
    response: response.map(rows => rows.slice(past).map(row => row.slice(past))),
  };
}

/** A lever counted per unit of its steps' sizes. */
function perSize(lever: SteppedLever, sizes: readonly number[]): ScheduleLever {
  const { before, most, cost, sums } = lever;
  return {
    before,
    ...(most ? { most: sizes.map((size, step) => per(most[Math.min(step, most.length - 1)], size)) } : {}),
    ...(cost ? { cost: sizes.map((size, step) => (cost[Math.min(step, cost.length - 1)] ?? 1) * size) } : {}),
    ...(sums ? { sums: sums.map(sum => sumPerSize(sum, sizes)) } : {}),
  };
}

function per(most: number | undefined, size: number): number | undefined {
  return most === undefined || size === 0 ? undefined : most / size;
}

function sumPerSize({ parts, most }: ScheduleSum, sizes: readonly number[]): ScheduleSum {
  return { most, parts: parts.map(([step, share]) => [step, share * (sizes[step] ?? 1)]) };
}

/** Amounts as they are written: things are whole, rounded up unless that passes a limit of the step or of several together. */
function rounded(amounts: readonly number[], { isWhole, most, sums = [] }: SteppedLever): readonly number[] {
  if (!isWhole) return amounts.map(amount => Number(amount.toPrecision(12)));
  const left = sums.map(
    ({ parts, most: all }) => all - parts.reduce((sum, [step, share]) => sum + share * (amounts[step] ?? 0), 0),
  );
  return amounts.map((amount, step) => {
    const up = Math.ceil(amount - 1e-6);
    const limit = most?.[Math.min(step, most.length - 1)];
    const more = up - amount;
    const shares = sums.map(({ parts }) => parts.find(([at]) => at === step)?.[1] ?? 0);
    const isOver = (limit !== undefined && up > limit) || shares.some((share, i) => share * more > (left[i] ?? 0) + 1e-9);
    const taken = isOver ? Math.floor(amount + 1e-9) : up;
    for (const [i, share] of shares.entries()) left[i] = (left[i] ?? 0) - share * (taken - amount);
    return taken;
  });
}
