import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { list, text } from './scalar.ts';
import { aggregation, direction, rhythm, unit } from './unit.ts';

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
    benchmark: z.strictObject({ text, low: z.number().nullable(), high: z.number().nullable(), source: z.string() }).nullable(),
    /** Whether the workspace can compute it from its data. */
    measured: z.boolean(),
  })
  .meta({ id: 'Metric' });

export type MetricEntry = z.output<typeof metricEntry>;

export const catalogue = endpoint({
  method: 'GET',
  path: '/api/catalogue',
  concept: 'catalogue',
  summary: { ja: '指標と数える対象の一覧', en: 'Every metric and counted thing that is known' },
  response: z.strictObject({
    metrics: list(metricEntry),
    things: list(z.strictObject({ id: z.string(), name: text, counter: z.string(), kindOf: z.string().nullable() })),
  }),
});
