import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../app/app.ts';
import { guardFileWork } from '../workspace/file-failure.ts';

/** A file's bytes as they arrive. */
export type Bytes = AsyncIterable<Uint8Array>;

export interface Received {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes a file that is being sent into the staging folder. Nothing is left of one that is cut off, or larger than the limit;
 * the latter gives undefined.
 */
export async function receiveFile({ workspace }: App, bytes: Bytes, limit: number): Promise<Received | undefined> {
  const path = join(workspace.paths.staging, `${randomUUID()}.upload`);
  return guardFileWork(path, async () => {
    const file = await open(path, 'wx');
    let received = 0;
    try {
      for await (const piece of bytes) {
        received += piece.byteLength;
        if (received > limit) break;
        await file.write(piece);
      }
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    if (received <= limit) return { path, bytes: received };
    await rm(path, { force: true });
    return undefined;
  });
}
