import { closeSync, openSync, readSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { startIngestWorker } from '../ingest/start-ingest-worker.ts';

/** Up to here plain text is read sooner than a thread starts. */
const SMALL_BYTES = 128 * 1024;

/**
 * Where a file is read: on a thread of its own, so that the server answers meanwhile; small plain text on the calling one (null).
 * What is compressed may be large inside and always gets a thread.
 */
export function readingThread(path: string, bytes: number): () => Worker | null {
  return () => (bytes <= SMALL_BYTES && !isCompressed(path) ? null : startIngestWorker());
}

function isCompressed(path: string): boolean {
  const head = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  return isZip || isGzip;
}
