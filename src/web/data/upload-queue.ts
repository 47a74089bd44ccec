import type { WireProblem } from '#contract/problem.ts';
import type { Text } from '#core/text/text.ts';
import { createStore } from '../ui/store.ts';
import { sendFile } from './send-file.ts';

/** A file on its way to the server, or there and waiting to be confirmed. */
export interface QueuedFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: QueuedState;
}

export type QueuedState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'sent'; readonly upload: string }
  | { readonly kind: 'refused'; readonly problems: readonly WireProblem[] }
  | { readonly kind: 'failed'; readonly message: Text };

const KEY = 'rashin.uploads';

/** Files of this tab, oldest first; they go on being sent while the reader is on another page. */
export const uploadQueue = createStore<readonly QueuedFile[]>(remembered());

const waiting: { readonly key: string; readonly file: File; readonly cancel: AbortController }[] = [];
let isSending = false;
let count = 0;

/** Sends files one after the other; answers with the keys under which they stand in the queue. */
export function queueFiles(files: readonly File[]): readonly string[] {
  const added = files.map(file => {
    count += 1;
    const key = `file ${count} ${Date.now()}`;
    waiting.push({ key, file, cancel: new AbortController() });
    return { key, name: file.name, bytes: file.size, state: { kind: 'waiting' as const } };
  });
  uploadQueue.set([...uploadQueue.get(), ...added]);
  if (!isSending) void sendAll();
  return added.map(({ key }) => key);
}

/** Takes a file out of the queue; what is being sent is stopped. The server's copy is not this function's business. */
export function dropFromQueue(key: string): void {
  waiting.find(one => one.key === key)?.cancel.abort();
  keep(uploadQueue.get().filter(file => file.key !== key));
}

/** Forgets an upload that was imported or thrown away. */
export function forgetUpload(upload: string): void {
  keep(uploadQueue.get().filter(({ state }) => state.kind !== 'sent' || state.upload !== upload));
}

async function sendAll(): Promise<void> {
  isSending = true;
  for (let next = waiting[0]; next; next = waiting[0]) {
    await send(next);
    waiting.shift();
  }
  isSending = false;
}

async function send({ key, file, cancel }: (typeof waiting)[number]): Promise<void> {
  if (cancel.signal.aborted) return;
  become(key, { kind: 'sending', share: 0 });
  try {
    const answer = await sendFile(file, {
      signal: cancel.signal,
      onShare: share => become(key, { kind: 'sending', share }),
    });
    if (answer.kind === 'value') become(key, { kind: 'sent', upload: answer.value.upload.id });
    else if (answer.kind === 'problems') become(key, { kind: 'refused', problems: answer.problems });
    else become(key, { kind: 'failed', message: answer.failure.message });
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
  }
}

function become(key: string, state: QueuedState): void {
  keep(uploadQueue.get().map(file => (file.key === key ? { ...file, state } : file)));
}

function keep(files: readonly QueuedFile[]): void {
  uploadQueue.set(files);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(files.filter(({ state }) => state.kind === 'sent')));
  } catch {
    // Storage is switched off: the list lives as long as the page.
  }
}

/** Files that were sent before the page was loaded again. */
function remembered(): readonly QueuedFile[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isQueued) : [];
  } catch {
    return [];
  }
}

function isQueued(value: unknown): value is QueuedFile {
  return typeof value === 'object' && value !== null && 'key' in value && 'name' in value && 'state' in value;
}
