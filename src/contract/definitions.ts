import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { instant, list } from './scalar.ts';

/** The workspace's metrics.yaml as it is in force. */
export const definitions = endpoint({
  method: 'GET',
  path: '/api/definitions',
  concept: 'definitions',
  summary: { ja: '指標とデータの定義（metrics.yaml）', en: 'What the workspace measures: metrics.yaml' },
  response: z.strictObject({
    /** 1, 2, 3 …; 0 while there is none. */
    number: z.int(),
    text: z.string(),
    author: z.string().nullable(),
    at: instant.nullable(),
    problems: list(problem),
  }),
});

const summary = z.strictObject({
  problems: list(problem),
  publishable: z.boolean(),
  datasets: list(z.string()),
  metrics: list(z.string()),
});

export const checkDefinitions = endpoint({
  method: 'POST',
  path: '/api/definitions/check',
  concept: 'definitions',
  summary: { ja: '定義の検査（保存しません）', en: 'Checks a metrics.yaml; nothing is stored' },
  body: z.strictObject({ text: z.string() }),
  readsOnly: true,
  response: summary,
});

export const putDefinitions = endpoint({
  method: 'PUT',
  path: '/api/definitions',
  concept: 'definitions',
  summary: { ja: '定義の公開', en: 'Publishes a metrics.yaml as a new version' },
  body: z.strictObject({
    text: z.string(),
    /** Number of the version it was made from; 0 when there was none. */
    base: z.int().min(0),
  }),
  response: summary.extend({ number: z.int() }),
  conflict: z.strictObject({ number: z.int(), text: z.string(), author: z.string(), at: instant }),
});
