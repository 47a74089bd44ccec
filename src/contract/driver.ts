import { z } from 'zod';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { planId } from './plan.ts';
import { mark } from './priority.ts';
import { problem } from './problem.ts';
import { day, dayRange, list, text } from './scalar.ts';
import { unit } from './unit.ts';

const grain = z.enum(['day', 'week', 'month']);

/** Which KPIs move ahead of a goal or KPI. An association, never a cause. */
export const planDrivers = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/drivers',
  concept: 'driver',
  summary: { ja: '先に動くKPI', en: 'KPIs that move ahead of a goal' },
  params: z.strictObject({ plan: planId }),
  query: z.strictObject({
    /** Goal or KPI that is to be foretold; the first goal when absent. */
    goal: z.string().exactOptional(),
    /** Steps in which values are compared; the finest that suits the goal when absent. */
    grain: grain.exactOptional(),
    /** Longest lag looked at, in steps; 60 days, 26 weeks, 6 months when absent. */
    most: z.coerce.number<number | string>().int().min(0).max(180).exactOptional(),
    to: day.exactOptional(),
    'as-known': day.exactOptional(),
    version: z.string().exactOptional(),
  }),
  response: z.strictObject({
    plan: z.string(),
    to: day,
    goal: z.strictObject({ node: z.string(), name: text, unit }),
    grain,
    /** Days whose values are compared. */
    range: dayRange,
    lags: z.strictObject({ from: z.literal(0), to: z.int() }),
    /** Share of the drivers named that are named by chance, at most, on average. */
    level: z.number(),
    /** Drivers first, best first; then what cannot be told; then the rest. */
    rows: list(
      z.strictObject({
        node: z.string(),
        name: text,
        owner: z.string().nullable(),
        verdict: z.enum(['driver', 'none', 'cannot-tell']),
        why: z.enum(['too-few', 'still', 'hold-out']).nullable(),
        /** The lag with the strongest association, in steps; null where nothing could be compared. */
        lag: z.int().nullable(),
        /** −1 to 1, with the range it may lie in; the range is null with few values. */
        association: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        /** Pairs of values compared, and what they are worth when neighbours resemble each other. */
        pairs: z.int().nullable(),
        effective: z.number().nullable(),
        /** Level at which it would just be named. */
        discovery: z.number().nullable(),
        /** The newest pairs, and the share of their movement that the older ones foretell. */
        holdOut: z.strictObject({ pairs: z.int(), skill: z.number(), holds: z.boolean() }).nullable(),
        room: mark,
        controllability: mark,
        /** |association| × room × control, 0 to 1; drivers only. */
        score: z.number().nullable(),
        /** Improving it went with a worse goal. */
        against: z.boolean(),
        because: list(problem),
      }),
    ),
    method: list(problem),
    problems: list(problem),
  }),
});

export type PlanDriversAnswer = ResponseOf<typeof planDrivers>;
