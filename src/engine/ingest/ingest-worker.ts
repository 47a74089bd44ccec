import { parentPort } from 'node:worker_threads';
import { runIngest } from './run-ingest.ts';
import { isWorkerRequest, type WorkerMessage } from './worker-message.ts';

/** The thread's entry: does one request and tells how far it is, then its answer. */
const port = parentPort;
if (port) {
  const tell = (message: WorkerMessage): void => port.postMessage(message);
  port.once('message', (message: unknown) => {
    if (!isWorkerRequest(message)) throw new Error('not a request to the reading thread');
    const cancelled = new Int32Array(message.cancelled);
    runIngest(message.request, {
      onProgress: progress => tell({ kind: 'progress', progress }),
      isCancelled: () => Atomics.load(cancelled, 0) !== 0,
    }).then(
      answer => tell({ kind: 'answer', answer }),
      (error: unknown) => tell({ kind: 'failure', ...failureOf(error) }),
    );
  });
}

function failureOf(error: unknown): { readonly message: string; readonly code: string; readonly stack: string } {
  if (!(error instanceof Error)) return { message: String(error), code: '', stack: '' };
  return { message: error.message, code: 'code' in error ? String(error.code) : '', stack: error.stack ?? '' };
}
