import type { Worker } from 'node:worker_threads';
import type { EventPart, Vocabulary } from '../kernel/event-part.ts';
import { kernelContext } from '../kernel/kernel-context.ts';
import { type AnyAnswer, answerOf, type KernelPartial, type KernelQuestion } from '../kernel/kernels.ts';
import { bytesOf, ownBuffers } from './own-buffers.ts';
import { DONE, type PassOrder, STOP, type ThreadMessage, type ThreadRequest } from './pass-order.ts';
import { peopleCuts } from './people-cuts.ts';
import { RequestRunner } from './run-request.ts';

export type StartThread = () => Worker | null;

/** What is asked of threads. */
export interface PoolRequest extends Pick<PassOrder, 'question' | 'key' | 'sessions'> {
  /** The same for the same key and `told`. */
  readonly parts: readonly EventPart[];
  readonly vocabulary: Vocabulary;
  /** Changes when the vocabulary or the parts of a key do. */
  readonly told: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** Threads that stay; a question is worked on by all of them, its answer put together by one. Without threads, the same on this one. */
export class ThreadPool {
  private readonly size: number;
  private readonly start: StartThread;
  private threads: readonly Thread[] | null = null;
  private numbers = 0;
  private readonly cuts = new WeakMap<readonly EventPart[], Uint32Array>();

  constructor(size: number, start: StartThread) {
    this.size = size;
    this.start = start;
  }

  async ask(request: PoolRequest): Promise<AnyAnswer> {
    const { question, key, parts, sessions, signal, onProgress } = request;
    signal?.throwIfAborted();
    const threads = this.ready();
    const control = new Int32Array(new SharedArrayBuffer(12));
    const cuts = this.cutsOf(parts, threads.length * PIECES);
    const order: PassOrder = { number: ++this.numbers, question, key, sessions, cuts, control };
    const telling = onProgress && setInterval(() => onProgress(Math.min(1, Atomics.load(control, DONE) / (cuts.length - 1))), 50);
    try {
      return await abortable(signal, () => Atomics.store(control, STOP, 1), this.work(threads, order, request));
    } finally {
      clearInterval(telling);
    }
  }

  async close(): Promise<void> {
    const threads = this.threads ?? [];
    this.threads = null;
    await Promise.all(threads.map(thread => thread.close()));
  }

  private async work(threads: readonly Thread[], order: PassOrder, request: PoolRequest): Promise<AnyAnswer> {
    const partials = await Promise.all(
      threads.map(async thread => {
        thread.learn(request);
        const message = await thread.ask({ kind: 'pass', ...order });
        if (message.kind !== 'passed') throw new Error('a thread answered something else');
        return message.partial;
      }),
    );
    const { question, vocabulary } = request;
    // Paths are put in order by their texts, of which there can be many.
    const isLight = question.ask !== 'touch-paths' && question.ask !== 'flow' && bytesOf(partials) <= LIGHT;
    if (isLight) return answerOf(question, partials, kernelContext(vocabulary, null));
    return this.answer(threads, order.number, question, partials);
  }

  private async answer(
    threads: readonly Thread[],
    number: number,
    question: KernelQuestion,
    partials: readonly KernelPartial[],
  ): Promise<AnyAnswer> {
    const message = await threads[number % threads.length]?.ask({ kind: 'answer', number, question, partials });
    if (message?.kind !== 'answered') throw new Error('a thread answered something else');
    return message.answer;
  }

  private cutsOf(parts: readonly EventPart[], pieces: number): Uint32Array {
    const known = this.cuts.get(parts);
    if (known) return known;
    const made = peopleCuts(parts, pieces);
    this.cuts.set(parts, made);
    return made;
  }

  private ready(): readonly Thread[] {
    if (this.threads?.every(thread => thread.isAlive)) return this.threads;
    this.threads = Array.from({ length: this.size }, () => {
      const worker = this.start();
      return worker ? new WorkerThread(worker) : new OwnThread();
    });
    return this.threads;
  }
}

/** Pieces of work per thread: a thread that is held up leaves more of them to the others. */
const PIECES = 16;

/** Bytes of findings that are put together here in a few ms, rather than by a thread. */
const LIGHT = 512 * 1024;

type Known = Pick<PoolRequest, 'vocabulary' | 'told' | 'key' | 'parts'>;

interface Thread {
  readonly isAlive: boolean;
  /** Tells what the thread does not know yet. */
  learn(known: Known): void;
  ask(request: ThreadRequest): Promise<ThreadMessage>;
  close(): Promise<void>;
}

class WorkerThread implements Thread {
  isAlive = true;
  private readonly worker: Worker;
  private told = -1;
  private readonly keys = new Set<string>();
  private readonly waiting: { readonly resolve: (message: ThreadMessage) => void; readonly reject: (error: Error) => void }[] =
    [];

  constructor(worker: Worker) {
    this.worker = worker;
    worker.unref();
    worker.on('message', (message: ThreadMessage) => {
      // A thread does one request after another, so answers come in the order of the requests.
      const asker = this.waiting.shift();
      if (this.waiting.length === 0) worker.unref();
      if (message.kind === 'failed') asker?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
      else asker?.resolve(message);
    });
    worker.on('error', error => this.end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', code => this.end(new Error(`the thread of journeys ended with ${code}`)));
  }

  learn({ vocabulary, told, key, parts }: Known): void {
    if (told !== this.told) {
      this.worker.postMessage({ kind: 'vocabulary', vocabulary } satisfies ThreadRequest);
      this.told = told;
      this.keys.clear();
    }
    if (this.keys.has(key)) return;
    this.worker.postMessage({ kind: 'parts', key, parts } satisfies ThreadRequest);
    this.keys.add(key);
  }

  ask(request: ThreadRequest): Promise<ThreadMessage> {
    return new Promise((resolve, reject) => {
      this.worker.ref();
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(request, request.kind === 'answer' ? ownBuffers(request.partials) : []);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private end(error: Error): void {
    this.isAlive = false;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}

class OwnThread implements Thread {
  readonly isAlive = true;
  private readonly runner = new RequestRunner();

  learn({ vocabulary, key, parts }: Known): void {
    this.runner.run({ kind: 'vocabulary', vocabulary });
    this.runner.run({ kind: 'parts', key, parts });
  }

  async ask(request: ThreadRequest): Promise<ThreadMessage> {
    const message = this.runner.run(request);
    if (!message) throw new Error('nothing to answer');
    return message;
  }

  async close(): Promise<void> {}
}

function abortable<Value>(signal: AbortSignal | undefined, stop: () => void, work: Promise<Value>): Promise<Value> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => {
      stop();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
