import { z } from 'zod';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { planId, versionEntry } from './plan.ts';
import { problem } from './problem.ts';
import { day, dayRange, list, text } from './scalar.ts';
import { unit } from './unit.ts';

/** One side of a comparison: measured days, or a plan's version over days. */
const comparedSide = z.strictObject({
  label: text,
  kind: z.enum(['measured', 'planned', 'forecast']),
  range: dayRange,
  /** Months laid beside those of the other side, in order. */
  months: list(dayRange),
  value: z.number(),
});

/** Something that moved, with its part of the change in the explained node's unit. See docs/spec/analyse.md. */
export const explainedFactor = z
  .strictObject({
    node: z.string(),
    kind: z.enum(['driver', 'gap', 'opening', 'whole']),
    name: text,
    /** Unit of its values; null for a difference, which is a ratio or an amount. */
    unit: unit.nullable(),
    owner: z.string().nullable(),
    share: z.number(),
    /** share ÷ change; null when nothing changed in all. */
    ofChange: z.number().nullable(),
    /** Standard error, where the shares are sampled. */
    error: z.number().nullable(),
    /** What the explained node would gain or lose if this alone had stayed as it was before. */
    ifUndone: z.number(),
    /** Where it hangs in the tree; a driver that several branches share hangs where they meet. */
    under: z.string(),
    provisional: z.boolean(),
    /** Its values by month (0 is the first; negative ones lie before the stretch; null is the whole). */
    values: list(z.strictObject({ place: z.int().nullable(), before: z.number(), after: z.number() })),
    gap: z.strictObject({ form: z.enum(['factor', 'difference']), in: z.enum(['before', 'after', 'both']) }).nullable(),
    /** Inputs without a value, because of which it was not taken apart. */
    because: list(z.string()),
  })
  .meta({ id: 'ExplainedFactor' });

const segmentTable = z.strictObject({
  node: z.string(),
  name: text,
  unit: unit.nullable(),
  kind: z.enum(['amount', 'rate', 'plain']),
  volume: z.string().nullable(),
  change: z.number(),
  /** Not in any segment's effect: things that are counted in several segments. */
  rest: z.number(),
  rows: list(
    z.strictObject({
      /** Empty: not set. */
      segment: z.string(),
      before: z.number().nullable(),
      after: z.number().nullable(),
      volume: z.number().nullable(),
      mix: z.number().nullable(),
      rate: z.number().nullable(),
      effect: z.number(),
      /** In the explained node's unit. */
      inGoal: z.number().nullable(),
    }),
  ),
});

export const explainQuery = z.strictObject({
  node: z.string().min(1),
  /** What is explained: `actual` (when absent), `plan`, `plan:VERSION`, or a period such as `2026-10`. */
  from: z.string().exactOptional(),
  /** Compared with: `plan` (when absent), `plan:VERSION`, `previous`, `last-year`, or a period. */
  against: z.string().exactOptional(),
  /** The days looked at, where neither side names them. */
  period: z.string().exactOptional(),
  /** Column to cut by. */
  by: z.string().exactOptional(),
  method: z.enum(['shapley', 'lmdi']).default('shapley'),
  /** Filters of either side: `country = Germany`. */
  where: z.array(z.string()).readonly().default([]),
  'against-where': z.array(z.string()).readonly().default([]),
  version: z.string().exactOptional(),
  'as-known': day.exactOptional(),
});

/** Why a node changed: an exact split of the difference between two sides. */
export const explain = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/explain',
  concept: 'analysis',
  summary: { ja: '差異の内訳（要因別・切り口別）', en: 'What made a difference: by driver and by segment' },
  params: z.strictObject({ plan: planId }),
  query: explainQuery,
  response: z.strictObject({
    plan: z.string(),
    version: versionEntry,
    node: z.string(),
    name: text,
    unit,
    before: comparedSide,
    after: comparedSide,
    change: z.number(),
    method: z.enum(['shapley', 'lmdi']),
    how: z.enum(['exact', 'sampled']),
    /** |Σ shares − change| relative, before any adjustment; nothing is adjusted. */
    residual: z.number(),
    /** Share of all movement that rests on values which may still change. */
    provisional: z.number(),
    /** The answer in words. */
    sentence: text,
    /** The largest share first. */
    factors: list(explainedFactor),
    /** Inner nodes with the sum of the shares below them. */
    nodes: list(z.strictObject({ node: z.string(), name: text, under: z.string(), share: z.number() })),
    /** The waterfall: every bar from where the one before it ended. */
    steps: list(
      z.strictObject({
        kind: z.enum(['before', 'factor', 'after']),
        /** Place in `factors`; null for the two ends. */
        factor: z.int().nullable(),
        label: text,
        from: z.number(),
        to: z.number(),
      }),
    ),
    segments: list(segmentTable),
    problems: list(problem),
  }),
});

export type ExplainAnswer = ResponseOf<typeof explain>;
