import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { planTexts } from './plan.ts';
import { problem } from './problem.ts';
import { day, list } from './scalar.ts';

const amounts = z.array(z.number()).max(240);
const rhythm = z.enum(['month', 'week']);
const shape = z.enum(['smooth', 'even', 'earliest', 'cheapest', 'seasonal']);

/** What to plan backwards, within which limits, from which history. */
export const scheduleWish = z.strictObject({
  goal: z.string().exactOptional(),
  /** Planned by months, or by weeks as the plan's calendar begins them. */
  rhythm: rhythm.default('month'),
  /** By weeks: the days that amounts fall on. */
  days: z.enum(['business-days', 'calendar-days']).exactOptional(),
  /** Amounts to plan; those that add up and help the goal when absent. */
  levers: z.array(z.string()).max(50).exactOptional(),
  /** Shares by whole months of delay, in place of the plan's `lag`. */
  lags: z.record(z.string(), amounts).default({}),
  /** Two columns of dates by node, entered and converted, from which its delay is learned. */
  dates: z.record(z.string(), z.string().max(20_000_000)).default({}),
  /** Most of a lever per month; by weeks, per usual week. */
  capacity: z.record(z.string(), z.number()).default({}),
  unitCost: z.record(z.string(), z.number()).default({}),
  /** Greatest relative change from month to month, 0.35 when absent; by weeks from week to week per day that counts, 0.07 when absent. */
  ramp: z.number().exactOptional(),
  /** By which share the last month's target grows per month behind the plan's end; 0 when absent. */
  growth: z.number().exactOptional(),
  /** Weights of January to December, or by business days. */
  season: z.union([z.literal('business-days'), z.array(z.number()).length(12)]).exactOptional(),
  shapes: z.array(shape).max(5).exactOptional(),
  /** Amounts of the months, or weeks, that are over. */
  actuals: z.strictObject({ levers: z.record(z.string(), amounts), delivered: amounts }).exactOptional(),
  /** Makes up for what is missing so far in what is left. */
  catchUp: z.boolean().default(false),
});

const step = z.strictObject({
  target: z.number(),
  /** Expected under the plan's own rates and delays. */
  delivered: z.number(),
  /** Share of it that is still to be created. */
  influence: z.number(),
  state: z.enum(['over', 'met', 'out-of-reach', 'not-influenceable']),
  /** Chance that at least the target arrives, arrivals being random; null for goals that are not counted. */
  chance: z.number().nullable(),
});

export const schedule = z
  .strictObject({
    shape,
    /** By lever, one amount per month of the plan. */
    levers: z.record(z.string(), list(z.number())),
    months: list(step.extend({ month: z.string() })),
    /** What the months are made of; empty where it is planned by months. */
    weeks: list(
      step.extend({
        /** First day of the whole week: its column in a sheet. */
        week: day,
        /** Its days in the plan. */
        from: day,
        to: day,
        /** Days that count. */
        days: z.number(),
        levers: z.record(z.string(), z.number()),
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
    ja: '目標から逆算した月別・週別の計画（保存しません）',
    en: 'Month by month or week by week what to create for a goal, counted backwards; nothing is stored',
  },
  body: z.strictObject({ yaml: z.string(), sheet: z.string().default(''), wish: scheduleWish.prefault({}) }),
  readsOnly: true,
  response: z.strictObject({
    goal: z.string().nullable(),
    rhythm,
    months: list(z.string()),
    /** Months or weeks behind the plan's end that are planned for as well. */
    tail: z.int(),
    schedules: list(schedule),
    problems: list(problem),
  }),
});
