import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { list, text } from './scalar.ts';
import { aggregation, direction, moneyBasis, rhythm, unit } from './unit.ts';

/** A metric as search, pickers and definitions show it. */
export const metricEntry = z
  .strictObject({
    id: z.string(),
    /** `workspace`: defined, or redefined, in metrics.yaml. */
    from: z.enum(['catalogue', 'workspace']),
    name: text,
    aliases: list(z.string()),
    meaning: text,
    unit,
    unitText: z.string(),
    /** Counter after the number: 件 in Japanese, the thing's name in English; null where the unit has its own sign. */
    counter: text.nullable(),
    direction,
    aggregation,
    formula: z.string().nullable(),
    kind: z.enum(['quantity', 'quality']).nullable(),
    pair: z.string().nullable(),
    horizon: z.enum(['short', 'mid', 'long']).nullable(),
    leading: z.boolean(),
    stage: z.enum(['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome']).nullable(),
    domains: list(z.string()),
    rhythm: rhythm.nullable(),
    /** Goals are often set on it. */
    usualGoal: z.boolean(),
    benchmark: z
      .strictObject({
        text,
        low: z.number().nullable(),
        high: z.number().nullable(),
        /** By kind of site or trade; empty where there is one for all. */
        ranges: list(z.strictObject({ for: text, low: z.number().nullable(), high: z.number().nullable() })),
        source: z.string(),
      })
      .nullable(),
    /** Whether the workspace can compute it from its data. */
    measured: z.boolean(),
  })
  .meta({ id: 'Metric' });

export type MetricEntry = z.output<typeof metricEntry>;

/** A word that people use for several metrics, and what tells these apart. */
const homonym = z.strictObject({ word: z.string(), metrics: list(z.string()), because: text });

export const catalogue = endpoint({
  method: 'GET',
  path: '/api/catalogue',
  concept: 'catalogue',
  summary: { ja: '指標と数える対象の一覧', en: 'Every metric and counted thing that is known' },
  response: z.strictObject({
    metrics: list(metricEntry),
    things: list(z.strictObject({ id: z.string(), name: text, counter: z.string(), kindOf: z.string().nullable() })),
    homonyms: list(homonym),
  }),
});

/** One metric with all that is known about it. [CAT-G2] */
export const catalogueEntry = endpoint({
  method: 'GET',
  path: '/api/catalogue/:metric',
  concept: 'catalogue',
  summary: {
    ja: '指標の定義、目安、取得元、原因と打ち手',
    en: 'A metric’s definition, benchmark, sources, causes and measures',
  },
  params: z.strictObject({ metric: z.string() }),
  response: z.strictObject({
    metric: metricEntry,
    /** What money includes; empty where it is left to the company. */
    basis: moneyBasis,
    mayExceedOne: z.boolean(),
    /** Whether the workspace added it, so that it can be changed and removed. */
    own: z.boolean(),
    /** What must not get worse while this one is pushed; null where its partner is. */
    guardrail: z.string().nullable(),
    /** What moves after it, and after how many days as a rule of thumb. */
    follows: z.strictObject({ metric: z.string(), low: z.int(), high: z.int() }).nullable(),
    /** Where a metric of the workspace's own is recorded. */
    recordedIn: text.nullable(),
    /** Other true statements about it. */
    identities: list(z.string()),
    /** Metrics whose formulas name it. */
    usedBy: list(z.string()),
    homonyms: list(homonym),
    sources: list(z.strictObject({ tool: text, shown: text })),
    causes: list(
      z.strictObject({
        id: z.string(),
        /** The metric nearby it is known from; null: from this one. */
        via: z.string().nullable(),
        cause: text,
        measures: list(z.strictObject({ action: text, watch: list(z.string()) })),
      }),
    ),
  }),
});
