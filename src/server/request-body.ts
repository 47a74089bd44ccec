import { REQUEST_LIMITS } from './limits.ts';

export type BodyRead =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'slow' };

/** Reads a JSON body as text; counts the bytes as they arrive and stops at the limit, whatever the headers claim. */
export async function readText(request: Request): Promise<BodyRead> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > REQUEST_LIMITS.jsonBytes) return { kind: 'too-large' };
  if (!request.body) return { kind: 'read', text: '' };
  const reader = request.body.getReader();
  const deadline = after(REQUEST_LIMITS.jsonMs);
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  try {
    for (;;) {
      const piece = await Promise.race([reader.read(), deadline.reached]);
      if (piece === LATE) return { kind: 'slow' };
      if (piece.done) return { kind: 'read', text: text + decoder.decode() };
      bytes += piece.value.byteLength;
      if (bytes > REQUEST_LIMITS.jsonBytes) return { kind: 'too-large' };
      text += decoder.decode(piece.value, { stream: true });
    }
  } finally {
    deadline.stop();
    reader.cancel().catch(() => undefined);
  }
}

/** Thrown inside an upload that is sent too slowly. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** The bytes of an upload as they arrive; throws `TooSlow` when they pause or trickle. */
export async function* readBytes(request: Request, now: () => number): AsyncGenerator<Uint8Array> {
  if (!request.body) return;
  const reader = request.body.getReader();
  const started = now();
  let bytes = 0;
  try {
    for (;;) {
      const deadline = after(REQUEST_LIMITS.uploadPauseMs);
      const piece = await Promise.race([reader.read(), deadline.reached]).finally(deadline.stop);
      if (piece === LATE) throw new TooSlow();
      if (piece.done) return;
      bytes += piece.value.byteLength;
      const elapsed = now() - started;
      const isTrickle = elapsed > REQUEST_LIMITS.uploadGraceMs && bytes < (REQUEST_LIMITS.uploadBytesPerSecond * elapsed) / 1000;
      if (isTrickle) throw new TooSlow();
      yield piece.value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

const LATE = Symbol('late');

function after(milliseconds: number): { readonly reached: Promise<typeof LATE>; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<typeof LATE>(resolve => {
    timer = setTimeout(() => resolve(LATE), milliseconds);
  });
  return { reached, stop: () => clearTimeout(timer) };
}
