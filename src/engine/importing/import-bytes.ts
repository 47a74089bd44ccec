import { failed, ok, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { commitUpload } from './commit-upload.ts';
import { takeUpload } from './inspect-upload.ts';
import type { Job, JobResult } from './jobs.ts';
import { receiveFile } from './receive-upload.ts';
import { type ImportChoices, NO_CHOICES } from './uploads.ts';

/** A file the product has made itself, with everything on one road: received, looked at, confirmed as it was shown. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In whose name it comes. */
  readonly by: string;
  readonly choices?: ImportChoices;
}

/** Imports a file and waits until it is in, or refused. */
export async function importBytes(app: App, { name, bytes, by, choices }: MadeFile): Promise<Result<JobResult>> {
  const received = await receiveFile(app, once(bytes), bytes.length);
  if (!received) throw new Error(`a file larger than itself: ${name}`);
  const upload = takeUpload(app, by, name, received, choices ?? NO_CHOICES);
  const inspected = await ended(app, upload.job);
  if (inspected.state !== 'done') return failed(inspected.problems);
  const ready = app.importing.uploads.find(upload.id);
  if (!ready) throw new Error(`a file that is gone: ${name}`);
  const committed = commitUpload(app, by, ready, undefined);
  if (!committed.ok) return committed;
  const imported = await ended(app, committed.value.id);
  app.importing.uploads.discard(upload.id);
  return imported.state === 'done' && imported.result ? ok(imported.result, imported.problems) : failed(imported.problems);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
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
