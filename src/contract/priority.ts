import { z } from 'zod';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { planId } from './plan.ts';
import { problem } from './problem.ts';
import { day, dayRange, list, text } from './scalar.ts';
import { unit } from './unit.ts';

export const mark = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const criterion = z.enum(['impact', 'problem', 'controllability', 'room', 'feasibility']);

const scored = z.strictObject({
  mark,
  from: z.enum(['data', 'plan', 'people']),
  /** Who set it. */
  by: z.string().nullable(),
  /** What the figures say. */
  computed: mark,
  /** In words. */
  because: list(problem),
});

const gain = z.strictObject({ change: z.number(), relative: z.number().nullable() }).nullable();

export const priorities = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/priorities',
  concept: 'priority',
  summary: { ja: '優先順位（KPI・重要成功要因）', en: 'What to work on first: KPIs and success factors' },
  params: z.strictObject({ plan: planId }),
  query: z.strictObject({
    /** The first goal when absent. */
    goal: z.string().exactOptional(),
    /** Last day of data that counts; the last one for which the sources have arrived when absent. */
    to: day.exactOptional(),
    version: z.string().exactOptional(),
    /** How much each criterion counts. */
    impact: z.coerce.number<number | string>().min(0).max(100).default(1),
    problem: z.coerce.number<number | string>().min(0).max(100).default(1),
    controllability: z.coerce.number<number | string>().min(0).max(100).default(1),
    room: z.coerce.number<number | string>().min(0).max(100).default(1),
  }),
  response: z.strictObject({
    plan: z.string(),
    goal: z.strictObject({ node: z.string(), name: text, unit, now: z.number().nullable() }),
    /** The month the present is read from. */
    month: dayRange,
    kpis: list(
      z.strictObject({
        node: z.string(),
        name: text,
        unit,
        owner: z.string().nullable(),
        rank: z.int(),
        total: z.number(),
        /** impact × controllability. */
        score: z.number(),
        impact: scored,
        problem: scored,
        controllability: scored,
        room: scored,
        current: z.number().nullable(),
        reference: z
          .strictObject({ value: z.number(), is: z.enum(['target', 'benchmark', 'own-best', 'limit']), share: z.number() })
          .nullable(),
        elasticity: z.number().nullable(),
        /** What +10 % of it brings the goal (−10 % where less is better), and what reaching the reference does. */
        tenPercent: gain,
        gain,
        /** Months until a change shows in the goal. */
        lag: z.int().nullable(),
      }),
    ),
    factors: list(
      z.strictObject({
        factor: z.string(),
        name: text,
        owner: z.string().nullable(),
        rank: z.int(),
        score: z.number(),
        impact: scored,
        feasibility: scored,
        /** Share of resources as a fraction. */
        share: z.string().nullable(),
        kpis: list(z.string()),
      }),
    ),
    problems: list(problem),
  }),
});

/** Sets a mark by hand under the acting member's name, or takes it back. */
export const putPriorityMark = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/priorities',
  concept: 'priority',
  summary: { ja: '優先順位の点数の変更', en: 'Sets or takes back a mark' },
  params: z.strictObject({ plan: planId }),
  body: z.strictObject({
    /** Node or success factor. */
    id: z.string(),
    criterion,
    /** Null: the computed one counts again. */
    mark: mark.nullable(),
    note: z.string().max(2_000).default(''),
  }),
  response: z.strictObject({}),
});

export type PrioritiesAnswer = ResponseOf<typeof priorities>;
