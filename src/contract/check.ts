import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { planView } from './plan-view.ts';
import { problem } from './problem.ts';
import { decimal, list, text } from './scalar.ts';

/** One reading of a goal; the numbers are the doubles nearest to the exact fractions. */
export const reading = z.strictObject({
  verdict: z.enum(['reaches', 'short', 'cannot-tell']),
  /** The goal's value in the worst case its targets allow; null where there is none. */
  implied: z.number().nullable(),
  /** implied ÷ target. */
  coverage: z.number().nullable(),
  /** How far the worst case misses, in the goal's unit; 0 when it reaches. */
  shortBy: z.number().nullable(),
});

/** The verdict on a goal, as `rashin check --format json` prints it. Programs rely on it. */
export const goalVerdict = z.strictObject({
  id: z.string(),
  target: z.number().nullable(),
  verdict: z.enum(['reaches', 'short', 'cannot-tell']),
  period: reading,
  steady: reading,
  pipeline: z.enum(['baseline', 'given', 'none']),
  /** Drivers without a target, where these keep it from being told. */
  missing: z.array(z.string()).readonly().exactOptional(),
});

export type GoalVerdictReport = z.output<typeof goalVerdict>;

/** What one driver alone would have to be for a goal to be met, everything else as planned. */
export const fix = z.strictObject({
  goal: z.string(),
  node: z.string(),
  /** Per month for flows, else the level itself; exact where the goal depends on it linearly. */
  value: decimal,
  /** Times the planned value. */
  factor: z.number(),
  /** `over-limit`: more than it can ever be; `never`: no value suffices. */
  possible: z.enum(['yes', 'over-limit', 'never']),
  limit: z.number().exactOptional(),
  /** The target to write into the plan, rounded so that it still suffices; null where it is not possible. */
  target: z.string().nullable(),
});

export type Fix = z.output<typeof fix>;

/** One way to take a goal apart, judged as if it were its formula. */
const way = z.strictObject({
  goal: z.string(),
  /** As written. */
  formula: z.string(),
  name: text,
  because: text.nullable(),
  /** The one the plan is calculated by. */
  isChosen: z.boolean(),
  period: reading,
  /** Parts without a target. */
  missing: list(z.string()),
  /** What the one missing part would have to be, in its unit. */
  needed: decimal.nullable(),
});

export type WayReport = z.output<typeof way>;

/** Everything a plan's texts say about themselves. */
export const check = z
  .strictObject({
    goals: list(goalVerdict),
    /** Ways to take goals apart, for goals that name several; the chosen one first. */
    ways: list(way),
    /** Of goals that one driver without a target keeps from being told: what it would have to be, per month for flows. [VER-10] */
    open: list(z.strictObject({ goal: z.string(), node: z.string(), needed: decimal })),
    problems: list(problem),
    /** By goal, the smallest change first. */
    fixes: list(fix),
    /** Codes of the problems that keep the plan from being published: errors of its text, and warnings a version may not live with. */
    inTheWay: list(z.string()),
    /** Nothing is in the way. A plan that falls short may be published. */
    publishable: z.boolean(),
  })
  .meta({ id: 'Check' });
export type CheckReport = z.output<typeof check>;

export const checkTexts = endpoint({
  method: 'POST',
  path: '/api/check',
  concept: 'plan',
  summary: { ja: '計画の本文の検算（保存しません）', en: "Checks a plan's texts; nothing is stored" },
  body: z.strictObject({ yaml: z.string(), sheet: z.string().default('') }),
  readsOnly: true,
  response: z.strictObject({ check, view: planView.nullable() }),
});
