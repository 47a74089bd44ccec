import { z } from 'zod';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { planId } from './plan.ts';
import { targetSource } from './plan-view.ts';
import { problem } from './problem.ts';
import { day, list, text } from './scalar.ts';
import { direction, unit } from './unit.ts';

const monthValue = z.strictObject({ from: day, to: day, value: z.number().nullable() });

/** What a target can be held against, and how ambitious it is. */
export const targetEvidence = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/targets/:node/evidence',
  concept: 'ambition',
  summary: { ja: '目標の根拠と意欲度', en: 'Evidence for a target, and how ambitious it is' },
  params: z.strictObject({ plan: planId, node: z.string() }),
  query: z.strictObject({
    /** Another value to try instead of the target, in the node's unit and measure. */
    target: z.coerce.number<number | string>().exactOptional(),
    to: day.exactOptional(),
    'as-known': day.exactOptional(),
    version: z.string().exactOptional(),
    seed: z.coerce.number<number | string>().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
  }),
  response: z.strictObject({
    plan: z.string(),
    node: z.string(),
    name: text,
    unit,
    direction,
    to: day,
    /** All figures below are of a month, or of the whole that the target counts: so many months together. */
    measure: z.enum(['month', 'whole']),
    months: z.int(),
    target: z.number().nullable(),
    /** The last twelve months. */
    periods: list(monthValue),
    /** The mean of the last three months with a value; before there are any, as written in the plan. */
    baseline: z.strictObject({ value: z.number(), from: z.enum(['plan', 'recent']) }).nullable(),
    best: z.strictObject({ value: z.number(), from: day, to: day }).nullable(),
    mean: z.number().nullable(),
    /** Where the straight line of the last twelve months leads. */
    trend: z.number().nullable(),
    /** Where its own past leads with nothing done, and with what initiatives are registered to bring. */
    natural: z.number().nullable(),
    withInitiatives: z.number().nullable(),
    benchmark: z.strictObject({ low: z.number().nullable(), high: z.number().nullable(), text, source: z.string() }).nullable(),
    /** What each goal needs of it, all else as planned; per month for flows. */
    required: list(
      z.strictObject({
        goal: z.string(),
        name: text,
        /** Null where no value suffices. */
        value: z.number().nullable(),
        /** Times the planned value. */
        factor: z.number().nullable(),
        possible: z.enum(['yes', 'over-limit', 'never']),
      }),
    ),
    /** What the plan says its target was taken from. */
    source: targetSource.nullable(),
    ambition: z.strictObject({
      verdict: z.enum(['too-easy', 'reachable', 'stretch', 'very-ambitious', 'unrealistic', 'cannot-tell']),
      label: text,
      band: z.enum(['below', 'within', 'above']).nullable(),
      /** Where each verdict ends. */
      ends: z
        .strictObject({
          tooEasy: z.number(),
          reachable: z.number(),
          stretch: z.number(),
          veryAmbitious: z.number(),
        })
        .nullable(),
      because: list(problem),
      /** Steps that lead there, in months from now. */
      staged: list(
        z.strictObject({
          months: z.union([z.literal(3), z.literal(6), z.literal(12)]),
          value: z.number(),
          from: z.enum(['own-best', 'benchmark', 'above-benchmark', 'part', 'target']),
        }),
      ),
    }),
    problems: list(problem),
  }),
});

export type TargetEvidenceAnswer = ResponseOf<typeof targetEvidence>;
