import type { Inspection } from '#core/measure/recognise/inspection.ts';
import { failed, isError, ok, type Problem, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { commitUpload } from './commit-upload.ts';
import { takeUpload } from './inspect-upload.ts';
import type { Job, JobResult } from './jobs.ts';
import type { Received } from './receive-upload.ts';
import type { ImportChoices } from './uploads.ts';

/** A file in the staging folder that comes in without anybody looking at it. */
export interface UnattendedFile {
  readonly name: string;
  readonly received: Received;
  /** In whose name it comes. */
  readonly by: string;
  readonly choices: ImportChoices;
  /** Changes what was found before it is stored, or refuses it. */
  readonly settle?: (found: Inspection) => Result<Inspection>;
}

/** Imports a file as it was recognised and waits until it is in, or refused. Nothing of it stays in the staging folder. */
export async function importReceived(
  app: App,
  { name, received, by, choices, settle }: UnattendedFile,
): Promise<Result<JobResult>> {
  const { uploads } = app.importing;
  const { id, job } = takeUpload(app, by, name, received, choices);
  try {
    const inspected = await ended(app, job);
    const ready = uploads.find(id);
    if (inspected.state !== 'done' || !ready?.inspection) return failed(inspected.problems);
    const settled = settle?.(ready.inspection) ?? ok(ready.inspection);
    if (!settled.ok) return settled;
    uploads.change(id, { inspection: settled.value });
    const committed = commitUpload(app, by, { ...ready, inspection: settled.value }, undefined);
    if (!committed.ok) return failed(whyNot(committed.problems));
    const imported = await ended(app, committed.value.id);
    return imported.state === 'done' && imported.result ? ok(imported.result, imported.problems) : failed(imported.problems);
  } finally {
    uploads.discard(id);
  }
}

/** Notes beside errors say nothing about why. */
function whyNot(problems: readonly Problem[]): readonly Problem[] {
  const errors = problems.filter(isError);
  return errors.length > 0 ? errors : problems;
}

async function ended({ importing: { jobs } }: App, id: string): Promise<Job> {
  for (;;) {
    const job = jobs.find(id);
    if (!job) throw new Error(`a job that is gone: ${id}`);
    switch (job.state) {
      case 'waiting':
      case 'running':
        await jobs.changed(id, LONGEST_WAIT_MS);
        break;
      case 'failed':
        throw job.error;
      case 'done':
      case 'refused':
      case 'cancelled':
        return job;
    }
  }
}

const LONGEST_WAIT_MS = 10_000;
