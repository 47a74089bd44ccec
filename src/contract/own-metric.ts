import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { instant, list, text } from './scalar.ts';
import { aggregation, direction, rhythm } from './unit.ts';

/** A metric of the workspace's own, as a form fills it in; an empty text in one language is taken from the other. */
const fields = z
  .strictObject({
    name: text,
    meaning: text,
    aliases: list(z.string()),
    /** As metrics.yaml writes it: `count of lead`, `ratio`, `money per order`. */
    unit: z.string(),
    /** What it counts, where nothing that is counted so far fits; `unit` names its id. */
    newThing: z.strictObject({ id: z.string(), name: text, counter: z.string() }).nullable(),
    formula: z.string(),
    direction,
    /** Null: what is usual for the unit. */
    aggregation: aggregation.nullable(),
    tax: z.enum(['excluded', 'included']).nullable(),
    recognition: z.enum(['ordered', 'shipped', 'accepted', 'paid']).nullable(),
    kind: z.enum(['quantity', 'quality']).nullable(),
    pair: z.string().nullable(),
    guardrail: z.string().nullable(),
    horizon: z.enum(['short', 'mid', 'long']).nullable(),
    leading: z.boolean(),
    follows: z.string().nullable(),
    /** `30..180`, or empty. */
    lagDays: z.string(),
    stage: z.enum(['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome']).nullable(),
    domains: list(z.string()),
    rhythm: rhythm.nullable(),
    mayExceedOne: z.boolean(),
    goal: z.boolean(),
    recordedIn: text,
    benchmark: z.strictObject({ text, low: z.number().nullable(), high: z.number().nullable(), source: z.string() }).nullable(),
  })
  .meta({ id: 'OwnMetric' });

export type OwnMetricFields = z.output<typeof fields>;

const params = z.strictObject({ metric: z.string() });
const conflict = z.strictObject({ number: z.int(), text: z.string(), author: z.string(), at: instant });
const response = z.strictObject({ metric: z.string(), number: z.int(), problems: list(problem) });

/** Writes it into metrics.yaml, in place of the one of that id; from then on plans, search and checks know it. [CAT-O2] */
export const putOwnMetric = endpoint({
  method: 'PUT',
  path: '/api/own-metrics/:metric',
  concept: 'catalogue',
  summary: { ja: '自社の指標の登録・変更', en: 'Adds a metric of one’s own, or changes it' },
  params,
  body: z.strictObject({
    /** Number of the version of metrics.yaml it was made from; 0 when there was none. */
    base: z.int().min(0),
    fields,
  }),
  response,
  conflict,
});

/** Refused while a plan, a formula or data use it. [CAT-O3] */
export const removeOwnMetric = endpoint({
  method: 'DELETE',
  path: '/api/own-metrics/:metric',
  concept: 'catalogue',
  summary: { ja: '使われていない自社の指標の削除', en: 'Removes a metric of one’s own that nothing uses' },
  params,
  query: z.strictObject({ base: z.coerce.number<number | string>().int().min(0) }),
  response,
  conflict,
});
