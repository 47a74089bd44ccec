import { parentPort } from 'node:worker_threads';
import type { ForeseeMessage, ForeseeRequest } from './foresee-message.ts';
import { runForesee } from './run-foresee.ts';

/** The thread's entry: does one request and tells its answer. */
const port = parentPort;
if (port) {
  const tell = (message: ForeseeMessage): void => port.postMessage(message);
  port.once('message', (message: unknown) => {
    if (!isRequest(message)) throw new Error('not a request to the foreseeing thread');
    // Nobody else waits on this thread, so nothing lies between the slices.
    runForesee(message, () => Promise.resolve()).then(
      answer => tell({ kind: 'answer', answer }),
      (error: unknown) => {
        const stack = error instanceof Error ? (error.stack ?? '') : '';
        tell({ kind: 'failure', message: error instanceof Error ? error.message : String(error), stack });
      },
    );
  });
}

function isRequest(message: unknown): message is ForeseeRequest {
  return typeof message === 'object' && message !== null && 'do' in message;
}
