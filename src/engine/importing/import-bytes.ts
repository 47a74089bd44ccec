import type { Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { importReceived } from './import-received.ts';
import type { JobResult } from './jobs.ts';
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
  return importReceived(app, { name, received, by, choices: choices ?? NO_CHOICES });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
