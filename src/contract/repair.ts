import { z } from 'zod';
import { goalVerdict } from './check.ts';
import { endpoint } from './endpoint.ts';
import { planId, planTexts } from './plan.ts';
import { problem } from './problem.ts';
import { day, decimal, list } from './scalar.ts';

const limitReason = z.enum(['yours', 'capacity', 'own-best', 'benchmark']);

/** What may be changed to make a goal reach, and how dear it is. */
export const repairWish = z.strictObject({
  goal: z.string().exactOptional(),
  /** Drivers that stay as they are. */
  fixed: z.array(z.string()).max(10_000).default([]),
  /** How far drivers may go, in their unit; per month for amounts that add up. */
  limits: z.record(z.string(), z.strictObject({ value: decimal, why: limitReason })).default({}),
  /** 1 is usual; 4 makes a change as dear as two of its size. */
  weights: z.record(z.string(), z.number()).default({}),
});

/** One way to make the goal reach, verified; its texts are the plan with the edits in place. */
export const repairOffer = z
  .strictObject({
    kind: z.enum(['cheapest', 'few', 'one']),
    edits: list(
      z.strictObject({
        node: z.string(),
        factor: z.number(),
        /** The new target as it is written; null where only months of the sheet change. */
        target: z.string().nullable(),
        cells: z.record(z.string(), z.string()),
      }),
    ),
    texts: planTexts,
    cost: z.number(),
    /** The goal after the edits. */
    verdict: goalVerdict,
    /** Goals that were reached before and are not after these edits. */
    harms: list(z.string()),
  })
  .meta({ id: 'RepairOffer' });

export const repairPlan = endpoint({
  method: 'POST',
  path: '/api/repair',
  concept: 'plan',
  summary: {
    ja: '届かない目標を届くようにする最小の変更（保存しません）',
    en: 'The cheapest change that makes a goal reach; nothing is stored',
  },
  body: z.strictObject({ yaml: z.string(), sheet: z.string().default(''), wish: repairWish.prefault({}) }),
  readsOnly: true,
  response: z.strictObject({
    outcome: z.enum(['nothing-needed', 'repaired', 'impossible', 'cannot-tell', 'refused']),
    goal: z.string().nullable(),
    offers: list(repairOffer),
    /** Where it is impossible: how far one gets, and the limits that bind. */
    best: z
      .strictObject({
        value: z.number(),
        coverage: z.number().nullable(),
        binding: list(
          z.strictObject({ node: z.string(), limit: z.number(), why: z.enum([...limitReason.options, 'nature', 'budget']) }),
        ),
      })
      .nullable(),
    problems: list(problem),
  }),
});

/** How far drivers have come so far; what `wish.limits` of a repair takes. */
export const repairLimits = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/repair-limits',
  concept: 'plan',
  summary: {
    ja: '直しの上限: 自社の最高値と業界の水準',
    en: 'Limits for repairs: own bests and benchmarks',
  },
  params: z.strictObject({ plan: planId }),
  query: z.strictObject({ to: day.exactOptional(), 'as-known': day.exactOptional(), version: z.string().exactOptional() }),
  response: z.strictObject({
    plan: z.string(),
    /** In the node's unit; per month for amounts that add up. Exact decimals. */
    limits: z.record(z.string(), z.strictObject({ value: decimal, why: limitReason })),
    problems: list(problem),
  }),
});
