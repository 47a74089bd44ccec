import { z } from 'zod';
import { AGGREGATIONS, DIRECTIONS, HORIZONS, KINDS, RECOGNITIONS, RHYTHMS, STAGES, TAXES } from './catalogue-entry.ts';

/**
 * The shape of metrics.yaml: which keys there are and what kind of value each takes; meaning is read afterwards. [MET-01]
 * Scalars arrive as their text (see `textTree`), so numbers and flags are accepted as text too; the same schema is
 * published as JSON Schema for editors.
 */
const word = z.union([z.string().min(1), z.number(), z.boolean()]).transform(String);
const text = z.union([word, z.strictObject({ ja: word, en: word })]);
const listed = z.array(z.union([word, z.null(), z.literal('')])).max(1_000);
const comparison = z.union([word, z.null()]);
const columnCondition = z.union([
  comparison,
  listed,
  z.strictObject({
    'one-of': listed.optional(),
    'none-of': listed.optional(),
    less: comparison.optional(),
    'at-most': comparison.optional(),
    more: comparison.optional(),
    'at-least': comparison.optional(),
    set: comparison.optional(),
    in: z.string().optional().meta({ description: 'Name of one of the lists' }),
  }),
]);
const where = z
  .object({
    any: z
      .union([columnCondition, z.record(z.string(), columnCondition)])
      .optional()
      .meta({ description: 'Conditions of which at least one holds' }),
  })
  .catchall(columnCondition);

const columnType = z.enum(['text', 'integer', 'decimal', 'date', 'timestamp', 'boolean']);

const column = z.strictObject({
  type: columnType,
  name: text.optional(),
  role: z
    .enum(['dimension', 'measure'])
    .optional()
    .meta({ description: 'Numbers are measures and texts dimensions unless said otherwise' }),
  currency: z.string().optional().meta({ description: 'Currency of a money column, such as JPY' }),
  'currency-in': z.string().optional().meta({ description: 'Column that names the currency of each row' }),
  additive: z
    .enum(['yes', 'no', 'true', 'false'])
    .optional()
    .meta({ description: 'no: a rate or a count of people, kept but never summed' }),
  hashed: z.enum(['yes', 'no', 'true', 'false']).optional(),
});

const dataset = z.strictObject({
  kind: z
    .enum(['event', 'aggregate'])
    .meta({ description: 'event: one row per thing that happened; aggregate: one row per period and dimensions' }),
  name: text.optional(),
  time: z.string().optional().meta({ description: 'Event datasets: column with the moment' }),
  person: z.string().optional().meta({ description: 'Event datasets: column that identifies the person' }),
  'same-as': z
    .union([z.string(), z.array(z.string()), z.record(z.string(), z.string())])
    .optional()
    .meta({ description: 'Columns with other ids of the person, such as the id of the anonymous visitor' }),
  columns: z.record(z.string(), z.union([columnType, column])),
  source: text.optional().meta({ description: 'System and report the rows come from' }),
  owner: z.string().optional(),
  refresh: z.enum(['push', 'hourly', 'daily', 'weekly', 'monthly', 'manual']).optional(),
});

const metric = z.strictObject({
  since: word.optional().meta({ description: 'First day this definition holds: 2026-04-01' }),
  from: z.string().optional().meta({ description: 'Dataset the rows come from' }),
  sum: word.optional().meta({ description: 'Row expression: quantity * unit-price' }),
  count: z.literal('rows').optional(),
  distinct: z.string().optional().meta({ description: 'Column whose different values are counted' }),
  repeaters: z.string().optional().meta({ description: 'Column whose values with several `having` are counted' }),
  having: z.string().optional(),
  'at-least': word.optional(),
  last: z.string().optional().meta({ description: 'Column of a stock: its newest value' }),
  mean: word.optional().meta({ description: 'Row expression: its mean over the rows that have a value' }),
  between: z.strictObject({ by: z.string(), from: where, to: where }).optional(),
  in: z.enum(['hours', 'days', 'business-days']).optional(),
  take: z.enum(['mean', 'median', 'p90']).optional(),
  where: where.optional(),
  convert: z
    .strictObject({
      to: z.string().meta({ description: 'Currency the amounts are brought into, such as JPY' }),
      rates: z.string().meta({ description: 'Dataset of daily rates with the columns from, to and rate' }),
    })
    .optional(),
  allocate: z
    .strictObject({
      to: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .meta({ description: 'Column, or columns, whose values the amounts are divided among' }),
      by: z.string().optional().meta({ description: 'Metric in whose proportion they are divided' }),
      shares: z.record(z.string(), word).optional().meta({ description: 'Fixed share of each value' }),
      equally: z.array(word).min(1).optional().meta({ description: 'Values with equal shares' }),
      days: z.string().optional().meta({ description: 'equally, or the metric in whose proportion days are charged' }),
    })
    .optional(),
  equals: word.optional().meta({ description: 'Formula over other metrics: orders / visitors' }),
  numerator: text.optional(),
  denominator: text.optional(),
  mode: text.optional(),
  name: text.optional(),
  meaning: text.optional(),
  unit: word.optional().meta({ description: 'count of lead, ratio of order over visitor, JPY, days, score 1..5 …' }),
  direction: z.enum(['up', 'down', 'range']).optional(),
  aggregation: z.enum(['sum', 'last', 'ratio', 'mean', 'distinct', 'distribution']).optional(),
  tax: z.enum(['excluded', 'included']).optional(),
  recognition: z.enum(['ordered', 'shipped', 'accepted', 'paid']).optional(),
  deductions: z.array(z.enum(['returns', 'coupons', 'points', 'shipping', 'fees'])).optional(),
});

const named = z.union([word, z.array(word)]);
const flag = z.enum(['yes', 'no', 'true', 'false']);

/** A metric of the workspace's own: what it means. Where its values come from stands under `metrics`, or they are typed in. [CAT-O1] */
const entry = z.strictObject({
  name: text,
  meaning: text,
  aliases: named.optional().meta({ description: 'Other names, as a list or with commas between' }),
  unit: word.meta({ description: 'count of lead, ratio of order over visitor, money per order, days, score 1..5 …' }),
  formula: z.string().optional().meta({ description: 'Formula over other metrics: orders / visitors' }),
  direction: z.enum(DIRECTIONS).optional(),
  aggregation: z.enum(AGGREGATIONS).optional(),
  tax: z.enum(TAXES).optional(),
  recognition: z.enum(RECOGNITIONS).optional(),
  kind: z.enum(KINDS).optional(),
  pair: z.string().optional(),
  guardrail: z.string().optional(),
  horizon: z.enum(HORIZONS).optional(),
  leading: flag.optional(),
  follows: z.string().optional().meta({ description: 'What moves after it' }),
  'lag-days': word.optional().meta({ description: 'After how many days: 14, or 30..180' }),
  stage: z.enum(STAGES).optional(),
  domains: named.optional(),
  rhythm: z.enum(RHYTHMS).optional(),
  'may-exceed-one': flag.optional(),
  goal: flag.optional(),
  'recorded-in': text.optional().meta({ description: 'Where it is recorded, in people’s words' }),
  benchmark: z.strictObject({ text, low: word.optional(), high: word.optional(), source: word }).optional(),
});

const thing = z.strictObject({ name: text, counter: word, 'kind-of': z.string().optional() });

export const rawDefinitions = z.strictObject({
  rashin: z.union([z.literal('1'), z.literal(1)]).optional(),
  things: z.record(z.string(), thing).optional().meta({ description: 'What the workspace’s own metrics count' }),
  entries: z
    .record(z.string(), entry)
    .optional()
    .meta({ description: 'The workspace’s own metrics, beside those of the catalogue' }),
  lists: z
    .record(z.string(), z.strictObject({ values: listed.optional(), companies: listed.optional() }))
    .optional()
    .meta({ description: 'Values to ask for by a name: target accounts' }),
  datasets: z.record(z.string(), dataset).optional(),
  metrics: z.record(z.string(), z.union([metric, z.array(metric).min(1)])).optional(),
});

export type RawDataset = z.output<typeof dataset>;
export type RawColumn = z.output<typeof column>;
export type RawMetric = z.output<typeof metric>;
export type RawEntry = z.output<typeof entry>;
export type RawThing = z.output<typeof thing>;
export type RawText = z.output<typeof text>;

/** JSON Schema (2020-12) of metrics.yaml for editors. */
export function definitionsJsonSchema(): object {
  return z.toJSONSchema(rawDefinitions, { target: 'draft-2020-12', io: 'input' });
}
