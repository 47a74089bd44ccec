import { Worker } from 'node:worker_threads';

/**
 * Starts the thread that foresees: the built `foresee-worker.mjs` beside the module that this one was built into.
 * Null where the product runs from its TypeScript source (tests, development), of which Node cannot start a thread.
 */
export function startForeseeWorker(): Worker | null {
  if (import.meta.url.endsWith('.ts')) return null;
  return new Worker(new URL('./foresee-worker.mjs', import.meta.url));
}
