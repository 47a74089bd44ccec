import { z } from 'zod';
import { batch } from './batch.ts';
import { endpoint } from './endpoint.ts';
import { failureBody, problem } from './problem.ts';
import { instant, list } from './scalar.ts';

/** What a job has brought about; only what is done has one. */
const jobResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inspected'), upload: z.string() }),
  z.strictObject({
    kind: z.literal('imported'),
    upload: z.string(),
    /** Batches that were stored, in the order of the tables. */
    imported: list(batch),
    /** Batches that had brought the same rows already; nothing has changed for them. */
    duplicates: list(batch),
  }),
  z.strictObject({ kind: z.literal('rebuilt'), batches: z.int() }),
]);

/** Work that goes on after its request was answered. */
export const job = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['inspect', 'import', 'rebuild']),
    state: z.enum(['waiting', 'running', 'done', 'refused', 'failed', 'cancelled']),
    /** Share done, 0 to 1; null while it cannot be told. */
    progress: z.number().min(0).max(1).nullable(),
    startedAt: instant,
    result: jobResult.nullable(),
    /** Why it was refused; notes, when it is done. */
    problems: list(problem),
    /** Why it failed. */
    failure: failureBody.shape.failure.nullable(),
  })
  .meta({ id: 'Job' });

export type JobView = z.output<typeof job>;

const params = z.strictObject({ job: z.string() });

export const readJob = endpoint({
  method: 'GET',
  path: '/api/jobs/:job',
  concept: 'job',
  summary: { ja: '処理の進み具合', en: 'How far a job is' },
  params,
  /** Milliseconds to wait for the job to move on before answering. */
  query: z.strictObject({ wait: z.coerce.number<number | string>().int().min(0).max(20_000).default(0) }),
  response: z.strictObject({ job }),
});

/** Nothing is left behind; a job that is past the point of no return is finished and says so. */
export const cancelJob = endpoint({
  method: 'DELETE',
  path: '/api/jobs/:job',
  concept: 'job',
  summary: { ja: '処理の中止', en: 'Stops a job' },
  params,
  response: z.strictObject({ job }),
});

/** Makes the data store anew from the kept files. */
export const rebuildData = endpoint({
  method: 'POST',
  path: '/api/data/rebuild',
  concept: 'job',
  summary: { ja: '保管したファイルからデータを作り直す', en: 'Makes the data store anew from the kept files' },
  long: true,
  response: z.strictObject({ job }),
});
