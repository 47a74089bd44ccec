import { Worker } from 'node:worker_threads';

/**
 * Starts a thread that answers questions about journeys: the built `journey-worker.mjs` beside the module that this one was built into.
 * Null where the product runs from its TypeScript source (tests, development), of which Node cannot start a thread.
 */
export function startJourneyWorker(): Worker | null {
  if (import.meta.url.endsWith('.ts')) return null;
  return new Worker(new URL('./journey-worker.mjs', import.meta.url));
}
