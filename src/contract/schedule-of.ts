import type { z } from 'zod';
import type { PlannerAnswer, PlannerRequest } from '#core/planner/planner.ts';
import { sentence } from '#core/problem/sentence.ts';
import type { ResponseOf } from './endpoint.ts';
import type { planSchedule, scheduleWish } from './planner.ts';
import { wireProblem } from './problem.ts';

/** Schedules ready to travel. */
export function scheduleOf(answer: PlannerAnswer): ResponseOf<typeof planSchedule> {
  const problems = answer.problems.map(one => wireProblem(one, sentence));
  if (answer.kind === 'refused') return { goal: null, months: [], tail: 0, schedules: [], problems };
  const { goal, months, tail, schedules } = answer;
  return {
    goal,
    months,
    tail,
    schedules: schedules.map(({ shape, levers, months: each, texts }) => ({
      shape,
      levers: Object.fromEntries(levers),
      months: each.map(month => ({ ...month, chance: month.chance ?? null })),
      texts: texts ?? null,
    })),
    problems,
  };
}

/** What was wished for, as core takes it. */
export function scheduleRequest(wish: z.output<typeof scheduleWish>): PlannerRequest {
  const { lags, capacity, unitCost, actuals, ...rest } = wish;
  return {
    ...rest,
    lags: new Map(Object.entries(lags)),
    capacity: new Map(Object.entries(capacity)),
    unitCost: new Map(Object.entries(unitCost)),
    ...(actuals ? { actuals: { levers: new Map(Object.entries(actuals.levers)), delivered: actuals.delivered } } : {}),
  };
}
