import type { Worker } from 'node:worker_threads';
import type { ForeseeAnswer, ForeseeMessage, ForeseeRequest } from './foresee-message.ts';
import { runForesee } from './run-foresee.ts';
import { startForeseeWorker } from './start-foresee-worker.ts';

/**
 * Works a request out on a thread of its own, so that the server answers meanwhile; in slices on this one where there is none.
 * At most two run at a time: more would only take the processor from each other and from the server.
 */
export async function foresee(
  request: ForeseeRequest,
  startWorker: () => Worker | null = startForeseeWorker,
): Promise<ForeseeAnswer> {
  // Nothing lies between the look and the step, so that two callers never take the same place.
  while (running >= MOST) await new Promise<void>(resolve => waiting.push(resolve));
  running += 1;
  try {
    const worker = startWorker();
    return await (worker ? onThread(worker, request) : runForesee(request));
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

const MOST = 2;
let running = 0;
const waiting: (() => void)[] = [];

function onThread(worker: Worker, request: ForeseeRequest): Promise<ForeseeAnswer> {
  return new Promise<ForeseeAnswer>((resolve, reject) => {
    worker.on('message', (message: ForeseeMessage) => {
      if (message.kind === 'answer') resolve(message.answer);
      else reject(Object.assign(new Error(message.message), { stack: message.stack }));
    });
    worker.on('error', reject);
    worker.on('exit', code => reject(new Error(`the foreseeing thread ended with ${code} before its answer`)));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
