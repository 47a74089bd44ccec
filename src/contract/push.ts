import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, list } from './scalar.ts';

export const PUSH_TYPES = ['application/json', 'application/x-ndjson', 'text/csv'] as const;

/** Answers when the rows count. The same Idempotency-Key with the same body answers the same and stores nothing. */
export const pushRows = endpoint({
  method: 'POST',
  path: '/api/push/:dataset',
  concept: 'connect',
  summary: { ja: 'プログラムから行を送る（JSON・NDJSON・CSV）', en: 'Takes rows from a program: JSON, NDJSON or CSV' },
  keyRight: 'push',
  params: z.strictObject({ dataset: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/) }),
  query: z.strictObject({
    /** Default: events stand beside earlier ones, aggregates replace the days they cover. */
    replaces: z.enum(['period', 'nothing']).exactOptional(),
    /** What the rows speak for: an account, a shop. */
    scope: z.string().max(200).exactOptional(),
  }),
  headers: z.strictObject({
    'idempotency-key': z.string().min(1).max(200),
    'content-type': z.enum(PUSH_TYPES),
  }),
  body: 'bytes',
  response: z.strictObject({
    dataset: z.string(),
    /** The import that holds the rows. */
    batch: z.string(),
    rows: z.int(),
    from: day,
    to: day,
    /** Headings that were left out: the dataset has no such column, or they are about people. */
    left: list(z.string()),
    /** All of the rows had been there before. */
    wasThere: z.boolean(),
  }),
});
