import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { columnTotal, skippedLines } from './import-report.ts';
import { day, dayRange, instant, list } from './scalar.ts';

export const batchId = z.string();

/** One received file or push. */
export const batch = z
  .strictObject({
    id: batchId,
    dataset: z.string(),
    /** What it speaks for: an account, a shop; empty when it does not say. */
    scope: z.string(),
    from: day,
    to: day,
    rows: z.int(),
    fileName: z.string(),
    /** Preset or own mapping it was read with. */
    mapping: z.string(),
    mappingVersion: z.int(),
    /** Empty for workbooks. */
    encoding: z.string(),
    receivedAt: instant,
    receivedBy: z.string(),
    replaces: z.enum(['period', 'nothing']),
    skipped: skippedLines,
    totals: list(columnTotal),
    personal: list(z.strictObject({ column: z.string(), decision: z.enum(['drop', 'hash', 'keep']) })),
    undone: z.strictObject({ at: instant, by: z.string() }).nullable(),
    /** Days on which its rows count; empty when it was undone or overruled. */
    live: list(dayRange),
  })
  .meta({ id: 'Batch' });

export type BatchView = z.output<typeof batch>;

export const batches = endpoint({
  method: 'GET',
  path: '/api/batches',
  keyRight: 'read',
  concept: 'batch',
  summary: { ja: '取込の一覧（新しい順）', en: 'Imports, newest first' },
  query: z.strictObject({
    dataset: z.string().exactOptional(),
    /** The last id of the page before. */
    'older-than': batchId.exactOptional(),
    limit: z.coerce.number<number | string>().int().min(1).max(500).default(50),
  }),
  response: z.strictObject({ batches: list(batch) }),
});

export const oneBatch = endpoint({
  method: 'GET',
  path: '/api/batches/:batch',
  keyRight: 'read',
  concept: 'batch',
  summary: { ja: '取込1件（除いた行を含む）', en: 'One import with the lines that were left out' },
  params: z.strictObject({ batch: batchId }),
  response: z.strictObject({ batch }),
});

/** From now on its rows do not count, and what it had replaced counts again. */
export const undoBatch = endpoint({
  method: 'POST',
  path: '/api/batches/:batch/undo',
  concept: 'batch',
  summary: { ja: '取込の取り消し', en: 'Takes an import back' },
  params: z.strictObject({ batch: batchId }),
  response: z.strictObject({ batch }),
  conflict: z.strictObject({ current: batch }),
});
