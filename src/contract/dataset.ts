import { z } from 'zod';
import type { Column } from '#core/measure/dataset.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { day, instant, list, text } from './scalar.ts';

export const column = carries<Column>()(
  z.strictObject({
    id: z.string(),
    name: text,
    type: z.enum(['text', 'integer', 'decimal', 'date', 'timestamp', 'boolean']),
    role: z.enum(['dimension', 'measure', 'time', 'person']),
    currency: z.string().exactOptional(),
    currencyColumn: z.string().exactOptional(),
    hashed: z.literal(true).exactOptional(),
    notAdditive: z.literal(true).exactOptional(),
  }),
).meta({ id: 'Column' });

export const refresh = z.enum(['push', 'hourly', 'daily', 'weekly', 'monthly', 'manual']);

/** How far the data of a source reach. */
export const freshness = z
  .strictObject({
    dataset: z.string(),
    name: text,
    /** System and report it comes from. */
    source: text.nullable(),
    /** Who brings it. */
    owner: z.string().nullable(),
    refresh: refresh.nullable(),
    /** First and last day of the rows that count; null without any. */
    from: day.nullable(),
    through: day.nullable(),
    lastImport: z.strictObject({ batch: z.string(), at: instant, by: z.string() }).nullable(),
    /** Days its newest row is behind what its rhythm promises; null where it promises nothing, 0 when it is on time. */
    daysLate: z.int().nullable(),
  })
  .meta({ id: 'Freshness' });

export type Freshness = z.output<typeof freshness>;

export const datasets = endpoint({
  method: 'GET',
  path: '/api/datasets',
  keyRight: 'read',
  concept: 'dataset',
  summary: { ja: 'データセットの一覧と鮮度', en: 'Datasets with their columns and how far they reach' },
  response: z.strictObject({
    datasets: list(
      freshness.extend({
        kind: z.enum(['aggregate', 'event']),
        columns: list(column),
        rows: z.int(),
        /** It is in metrics.yaml; otherwise it came with an import and no metric is defined over it yet. */
        defined: z.boolean(),
        /** Metrics that read its rows, by their newest definition in words. */
        metrics: list(z.strictObject({ id: z.string(), name: text, measurement: text })),
      }),
    ),
  }),
});
