import { failed, ok, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { commitUpload } from '../importing/commit-upload.ts';
import { takeUpload } from '../importing/inspect-upload.ts';
import type { Job, JobResult } from '../importing/jobs.ts';
import { receiveFile } from '../importing/receive-upload.ts';
import { NO_CHOICES } from '../importing/uploads.ts';
import type { DemoFile } from './file/demo-file.ts';

/** Files that are on their way at one time: while one is stored, the next is read. */
const LANES = 2;

/** Brings in files of one day, all of different sources. */
export async function importDemoFiles(app: App, files: readonly DemoFile[], onShare: (share: number) => void): Promise<void> {
  const waiting = [...files];
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const imported = await importDemoFile(app, file);
      if (!imported.ok) throw new Error(`${file.name} was refused: ${JSON.stringify(imported.problems)}`);
      done += 1;
      onShare(done / files.length);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Brings a file in on the road that every file takes: received, looked at, confirmed as it was shown. */
export async function importDemoFile(app: App, { name, bytes, by }: DemoFile): Promise<Result<JobResult>> {
  const received = await receiveFile(app, once(bytes), bytes.length);
  if (!received) throw new Error(`a demo file larger than itself: ${name}`);
  const upload = takeUpload(app, by, name, received, NO_CHOICES);
  const inspected = await ended(app, upload.job);
  if (inspected.state !== 'done') return failed(inspected.problems);
  const ready = app.importing.uploads.find(upload.id);
  if (!ready) throw new Error(`a demo file that is gone: ${name}`);
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
