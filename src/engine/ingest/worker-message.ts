import type { IngestAnswer, IngestProgress, IngestRequest } from './ingest-message.ts';

/** The one message to the reading thread. */
export interface WorkerRequest {
  readonly request: IngestRequest;
  /** Four bytes shared with the caller: not zero once the user has cancelled. */
  readonly cancelled: SharedArrayBuffer;
}

/** The messages back. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: IngestProgress }
  | { readonly kind: 'answer'; readonly answer: IngestAnswer }
  /** An error of the environment or a bug; `code` is that of the operating system, where it has one. */
  | { readonly kind: 'failure'; readonly message: string; readonly code: string; readonly stack: string };

export function isWorkerRequest(message: unknown): message is WorkerRequest {
  return typeof message === 'object' && message !== null && 'request' in message && 'cancelled' in message;
}
