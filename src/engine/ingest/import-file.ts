import type { Worker } from 'node:worker_threads';
import type { Inspection, NormalisedBatch } from '#core/measure/recognise/inspection.ts';
import type { Result } from '#core/problem/problem.ts';
import { failureOfCode } from './ingest-failure.ts';
import type { IngestAnswer, IngestProgress, IngestRequest } from './ingest-message.ts';
import type { InspectOptions } from './inspect-options.ts';
import type { NormaliseOptions } from './normalise.ts';
import { runIngest } from './run-ingest.ts';
import type { FileCells } from './sheet-cells.ts';
import { startIngestWorker } from './start-ingest-worker.ts';
import type { WorkerMessage, WorkerRequest } from './worker-message.ts';

export interface IngestControls {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** How the reading thread is started; null reads on the calling thread. */
  readonly startWorker?: () => Worker | null;
}

/**
 * Looks at a received file on a thread of its own: what it is, which tables it holds, how each would be read, and what would come out.
 * Nothing is written. Problems: the file cannot be used at all. Throws `EngineError` when the environment fails, the signal's reason
 * when aborted. [ING-01]
 */
export async function inspectFile(
  path: string,
  options: InspectOptions,
  controls: IngestControls = {},
): Promise<Result<Inspection>> {
  const answer = await ingest({ do: 'inspect', path, options }, controls);
  if (answer.did !== 'inspect') throw new Error('an answer to another request');
  return answer.result;
}

/**
 * Turns one table of a received file into rows ready for the warehouse, on a thread of its own. [ING-40]
 * Writes `<outName>.staging.csv` into the folder and, when something must not be kept, `<outName>.kept.csv`; neither when it gives
 * problems, throws or is aborted.
 */
export async function normaliseFile(
  path: string,
  options: NormaliseOptions,
  controls: IngestControls = {},
): Promise<Result<NormalisedBatch>> {
  const answer = await ingest({ do: 'normalise', path, options }, controls);
  if (answer.did !== 'normalise') throw new Error('an answer to another request');
  return answer.result;
}

/** The cells of a received file's sheets, read on a thread of its own. [BEG-20] */
export async function fileCells(path: string, name: string, controls: IngestControls = {}): Promise<Result<FileCells>> {
  const answer = await ingest({ do: 'cells', path, options: { name } }, controls);
  if (answer.did !== 'cells') throw new Error('an answer to another request');
  return answer.result;
}

async function ingest(request: IngestRequest, controls: IngestControls): Promise<IngestAnswer> {
  controls.signal?.throwIfAborted();
  const worker = (controls.startWorker ?? startIngestWorker)();
  try {
    return await (worker ? onThread(worker, request, controls) : here(request, controls));
  } catch (error) {
    controls.signal?.throwIfAborted();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw failureOfCode(code, error) ?? error;
  }
}

function here(request: IngestRequest, { signal, onProgress }: IngestControls): Promise<IngestAnswer> {
  return runIngest(request, {
    onProgress: progress => onProgress?.(progress),
    isCancelled: () => signal?.aborted ?? false,
  });
}

function onThread(worker: Worker, request: IngestRequest, { signal, onProgress }: IngestControls): Promise<IngestAnswer> {
  const cancelled = new SharedArrayBuffer(4);
  const cancel = (): void => {
    Atomics.store(new Int32Array(cancelled), 0, 1);
  };
  signal?.addEventListener('abort', cancel);
  const answer = new Promise<IngestAnswer>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'progress':
          onProgress?.(message.progress);
          break;
        case 'answer':
          resolve(message.answer);
          break;
        case 'failure':
          reject(Object.assign(new Error(message.message), { code: message.code, stack: message.stack }));
          break;
      }
    });
    worker.on('error', reject);
    worker.on('exit', code => reject(new Error(`the reading thread ended with ${code}`)));
    const message: WorkerRequest = { request, cancelled };
    worker.postMessage(message);
  });
  return answer.finally(() => {
    signal?.removeEventListener('abort', cancel);
    return worker.terminate();
  });
}
