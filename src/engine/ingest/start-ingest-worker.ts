import { Worker } from 'node:worker_threads';

/** Old generation of the thread's heap; reading is meant to need far less. */
const HEAP_MEGABYTES = 768;

/**
 * Starts the thread that reads files: the built `ingest-worker.mjs` beside the module that this one was built into.
 * Null where the product runs from its TypeScript source (tests, development), of which Node cannot start a thread.
 */
export function startIngestWorker(): Worker | null {
  if (import.meta.url.endsWith('.ts')) return null;
  return new Worker(new URL('./ingest-worker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
}
