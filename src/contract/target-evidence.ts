import { z } from 'zod';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { planId, planTexts } from './plan.ts';
import { targetSource } from './plan-view.ts';
import { problem } from './problem.ts';
import { day, list, text } from './scalar.ts';
import { direction, unit } from './unit.ts';

const monthValue = z.strictObject({ from: day, to: day, value: z.number().nullable() });

const baselineWays = {
  /** Months looked back at. */
  window: z.int(),
  method: z.enum(['mean', 'median']),
  /** Months that do not count: those in which an initiative was at work, those far off all others, both, none. */
  leaveOut: z.enum(['campaigns', 'outliers', 'both', 'none']),
};

/** What is asked about a target besides the plan and the day. */
const ways = {
  /** Another value to try instead of the target, in the node's unit and measure. */
  target: z.coerce.number<number | string>().exactOptional(),
  window: z.coerce.number<number | string>().int().min(1).max(36).default(12),
  method: baselineWays.method.default('mean'),
  'leave-out': baselineWays.leaveOut.default('both'),
  /** Months left out of the baseline by hand, `2026-10`. */
  without: z
    .array(z.string().regex(/^[0-9]{4}-[0-9]{2}$/))
    .max(36)
    .readonly()
    .default([]),
  /** Growth a month to reckon with instead of the one of the baseline's months, as a fraction. */
  growth: z.coerce.number<number | string>().min(-0.9).max(9).exactOptional(),
  /** Share of the lesser effects of initiatives that the largest one has anyway. */
  overlap: z.coerce.number<number | string>().min(0).max(1).default(0),
  to: day.exactOptional(),
  seed: z.coerce.number<number | string>().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
};

const params = z.strictObject({ plan: planId, node: z.string() });

const answer = z.strictObject({
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
  /** Where it stands: the mean of the last three months with a value; before there are any, as written in the plan. */
  present: z.strictObject({ value: z.number(), from: z.enum(['plan', 'recent']) }).nullable(),
  /** What it is when nothing special happens; null where no month counts. */
  baseline: z
    .strictObject({
      value: z.number(),
      ...baselineWays,
      /** The months looked back at, with their own values; `why`: it does not count. */
      months: list(monthValue.extend({ why: z.enum(['campaign', 'outlier', 'excluded', 'hand', 'no-value']).nullable() })),
      /** Months with a value, and those of them that count. */
      known: z.int(),
      used: z.int(),
      confidence: z.enum(['insufficient', 'minimum', 'ideal']),
      /** Compounding growth a month among the months that count. */
      growth: z.number().nullable(),
      because: list(problem),
    })
    .nullable(),
  /** baseline + growth + effects + overlap + capped = total. Null where no month counts for a target. */
  bridge: z
    .strictObject({
      /** Growth a month that was reckoned with, and the share of the lesser effects taken off. */
      rate: z.number(),
      shared: z.number(),
      baseline: z.number(),
      growth: z.number(),
      effects: list(z.strictObject({ initiative: z.string(), title: z.string(), amount: z.number() })),
      overlap: z.number(),
      capped: z.number(),
      total: z.number(),
    })
    .nullable(),
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
});

/** What a target can be held against, and how ambitious it is. */
export const targetEvidence = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/targets/:node/evidence',
  concept: 'ambition',
  summary: { ja: '目標の根拠と意欲度', en: 'Evidence for a target, and how ambitious it is' },
  params,
  query: z.strictObject({ ...ways, 'as-known': day.exactOptional(), version: z.string().exactOptional() }),
  response: answer,
});

/** The same for a target of texts that are not published. */
export const draftEvidence = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/targets/:node/evidence',
  concept: 'ambition',
  summary: { ja: '下書きの目標の根拠と意欲度', en: 'Evidence for a target of a draft' },
  params,
  readsOnly: true,
  body: z.strictObject({ ...ways, texts: planTexts }),
  response: answer,
});

export type TargetEvidenceAnswer = ResponseOf<typeof targetEvidence>;
