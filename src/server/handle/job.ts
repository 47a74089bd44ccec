import type { BatchView } from '#contract/batch.ts';
import type { JobView } from '#contract/job.ts';
import type { App } from '#engine/app/app.ts';
import type { Job, JobResult } from '#engine/importing/jobs.ts';
import { rebuildData } from '#engine/importing/rebuild-data.ts';
import { findBatch } from '#engine/ledger/batch-store.ts';
import { failureOf } from '../failure.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { oneBatchView } from './batch-view.ts';

export const jobHandlers: HandlersOf<'readJob' | 'cancelJob' | 'rebuildData'> = {
  readJob: async ({ job: id, wait }, { app }) => {
    const { jobs } = app.importing;
    if (!jobs.find(id)) return missing(id);
    await jobs.changed(id, wait);
    const job = jobs.find(id);
    return job ? value({ job: await jobView(app, job) }) : missing(id);
  },

  cancelJob: async ({ job: id }, { app }) => {
    const { jobs } = app.importing;
    if (!jobs.find(id)) return missing(id);
    jobs.cancel(id);
    await jobs.changed(id, CANCEL_MS);
    const job = jobs.find(id);
    return job ? value({ job: await jobView(app, job) }) : missing(id);
  },

  rebuildData: async (_, { app }) => value({ job: await jobView(app, rebuildData(app)) }),
};

/** Time a job is given to notice that it is to stop, before the answer says that it still runs. */
const CANCEL_MS = 5_000;

export async function jobView(app: App, job: Job): Promise<JobView> {
  const { id, kind, state, progress, startedAt, result, problems, error } = job;
  return {
    id,
    kind,
    state,
    progress,
    startedAt,
    result: result ? await resultView(app, result) : null,
    problems: wireProblems(problems),
    failure: state === 'failed' ? failureOf(error, id).failure : null,
  };
}

async function resultView(app: App, result: JobResult): Promise<JobView['result']> {
  if (result.kind !== 'imported') return result;
  const { upload, imported, duplicates } = result;
  return { kind: 'imported', upload, imported: await batchesOf(app, imported), duplicates: await batchesOf(app, duplicates) };
}

async function batchesOf(app: App, ids: readonly string[]): Promise<readonly BatchView[]> {
  const found: BatchView[] = [];
  for (const id of ids) {
    const batch = await findBatch(app.workspace.ledger.db, id);
    if (batch) found.push(await oneBatchView(app, batch));
  }
  return found;
}
