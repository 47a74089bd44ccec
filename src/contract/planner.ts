import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { planTexts } from './plan.ts';
import { problem } from './problem.ts';
import { list } from './scalar.ts';

const amounts = z.array(z.number()).max(240);
const shape = z.enum(['smooth', 'even', 'earliest', 'cheapest', 'seasonal']);

/** What to plan backwards, within which limits, from which history. */
export const scheduleWish = z.strictObject({
  goal: z.string().exactOptional(),
  /** Amounts to plan; those that add up and help the goal when absent. */
  levers: z.array(z.string()).max(50).exactOptional(),
  /** Shares by whole months of delay, in place of the plan's `lag`. */
  lags: z.record(z.string(), amounts).default({}),
  /** Most of a lever per month. */
  capacity: z.record(z.string(), z.number()).default({}),
  unitCost: z.record(z.string(), z.number()).default({}),
  /** Greatest relative change from month to month; 0.35 when absent. */
  ramp: z.number().exactOptional(),
  /** By which share the last month's target grows per month behind the plan's end; 0 when absent. */
  growth: z.number().exactOptional(),
  /** Weights of January to December, or by business days. */
  season: z.union([z.literal('business-days'), z.array(z.number()).length(12)]).exactOptional(),
  shapes: z.array(shape).max(5).exactOptional(),
  /** Amounts of the months that are over. */
  actuals: z.strictObject({ levers: z.record(z.string(), amounts), delivered: amounts }).exactOptional(),
  /** Makes up for what is missing so far in the months left. */
  catchUp: z.boolean().default(false),
});

export const schedule = z
  .strictObject({
    shape,
    /** By lever, one amount per month of the plan. */
    levers: z.record(z.string(), list(z.number())),
    months: list(
      z.strictObject({
        month: z.string(),
        target: z.number(),
        /** Expected under the plan's own rates and delays. */
        delivered: z.number(),
        /** Share of it that is still to be created. */
        influence: z.number(),
        state: z.enum(['over', 'met', 'out-of-reach', 'not-influenceable']),
        /** Chance that at least the target arrives, arrivals being random; null for goals that are not counted. */
        chance: z.number().nullable(),
      }),
    ),
    /** The plan with these amounts in its sheet; null where the sheet has no columns for node and kind. */
    texts: planTexts.nullable(),
  })
  .meta({ id: 'Schedule' });

export const planSchedule = endpoint({
  method: 'POST',
  path: '/api/schedule',
  concept: 'plan',
  summary: {
    ja: '目標から逆算した月別の計画（保存しません）',
    en: 'Month by month what to create for a goal, counted backwards; nothing is stored',
  },
  body: z.strictObject({ yaml: z.string(), sheet: z.string().default(''), wish: scheduleWish.prefault({}) }),
  readsOnly: true,
  response: z.strictObject({
    goal: z.string().nullable(),
    months: list(z.string()),
    /** Months behind the plan's end that are planned for as well. */
    tail: z.int(),
    schedules: list(schedule),
    problems: list(problem),
  }),
});
