import type { z } from 'zod';
import type { PlannerAnswer, PlannerRequest } from '#core/planner/planner.ts';
import { sentence } from '#core/problem/sentence.ts';
import type { ResponseOf } from './endpoint.ts';
import { learnedFrom } from './learned-lag-of.ts';
import type { planSchedule, scheduleWish } from './planner.ts';
import { wireProblem } from './problem.ts';

/** Schedules ready to travel. */
export function scheduleOf(answer: PlannerAnswer): ResponseOf<typeof planSchedule> {
  const problems = answer.problems.map(one => wireProblem(one, sentence));
  if (answer.kind === 'refused') return { goal: null, rhythm: 'month', months: [], tail: 0, schedules: [], problems };
  const { goal, rhythm, months, tail, schedules } = answer;
  return {
    goal,
    rhythm,
    months,
    tail,
    schedules: schedules.map(({ shape, levers, months: each, weeks = [], texts }) => ({
      shape,
      levers: Object.fromEntries(levers),
      months: each.map(month => ({ ...month, chance: month.chance ?? null })),
      weeks: weeks.map(week => ({ ...week, chance: week.chance ?? null })),
      texts: texts ?? null,
    })),
    problems,
  };
}

/** What was wished for, as core takes it. */
export function scheduleRequest(wish: z.output<typeof scheduleWish>): PlannerRequest {
  const { lags, dates, capacity, unitCost, actuals, ...rest } = wish;
  const learned = Object.entries(dates).map(([node, text]) => [node, learnedFrom(text)?.shares] as const);
  return {
    ...rest,
    // Dates in which nothing has converted are a distribution of nothing, which is refused in words.
    lags: new Map<string, readonly number[]>([
      ...Object.entries(lags),
      ...learned.flatMap(([node, shares]): readonly (readonly [string, readonly number[]])[] => (shares ? [] : [[node, []]])),
    ]),
    learned: new Map(learned.flatMap(([node, shares]) => (shares ? [[node, shares] as const] : []))),
    capacity: new Map(Object.entries(capacity)),
    unitCost: new Map(Object.entries(unitCost)),
    ...(actuals ? { actuals: { levers: new Map(Object.entries(actuals.levers)), delivered: actuals.delivered } } : {}),
  };
}
