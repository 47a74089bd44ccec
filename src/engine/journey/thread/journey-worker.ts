import { parentPort } from 'node:worker_threads';
import { ownBuffers } from './own-buffers.ts';
import type { ThreadMessage, ThreadRequest } from './pass-order.ts';
import { RequestRunner } from './run-request.ts';

/** The thread's entry: does one request after another. */
const port = parentPort;
if (port) {
  const runner = new RequestRunner();
  port.on('message', (request: ThreadRequest) => {
    try {
      const message = runner.run(request);
      if (message) port.postMessage(message, ownBuffers(message));
    } catch (error) {
      const number = 'number' in request ? request.number : -1;
      const stack = error instanceof Error ? (error.stack ?? '') : '';
      const message: ThreadMessage = {
        kind: 'failed',
        number,
        message: error instanceof Error ? error.message : String(error),
        stack,
      };
      port.postMessage(message);
    }
  });
}
