import { availableParallelism, totalmem } from 'node:os';
import { checkQuestion } from '#core/journey/check-question.ts';
import type { JourneyAnswer, JourneyQuestion } from '#core/journey/journey-question.ts';
import { failed, ok, type Result } from '#core/problem/problem.ts';
import type { EventBatch } from './event-batch.ts';
import type { AskOptions, JourneyContents, JourneyEngine } from './journey-engine.ts';
import { answerFromDays, dayCountsFor } from './kernel/day-answers.ts';
import type { DayCounts, DayCountsQuestion } from './kernel/day-counts.ts';
import type { EventPart, Vocabulary } from './kernel/event-part.ts';
import { type AnyAnswer, columnsRead, type KernelQuestion } from './kernel/kernels.ts';
import { EventStore } from './store/event-store.ts';
import type { WantedColumns } from './store/stored-part.ts';
import { startJourneyWorker } from './thread/start-journey-worker.ts';
import { type StartThread, ThreadPool } from './thread/thread-pool.ts';

export interface EmbeddedOptions {
  /** Where the store lies; one process at a time. */
  readonly folder: string;
  /** For a new store: digits after the point of the values' unit. */
  readonly valueDigits?: number;
  /** Threads that answer; as many as there are processors, at most 4. */
  readonly threads?: number;
  readonly startThread?: StartThread;
  /** Columns in memory may take so much; a quarter of the machine's. One question's columns stay even beyond. */
  readonly memoryBytes?: number;
}

/**
 * Journeys in this process: events sorted by person and time in files of columns, questions answered in one pass by threads over shared memory. Columns
 * that questions have needed stay in memory within a bound, about 5 to 20 bytes per event; a pass needs the rows of one block of people beside.
 */
export class EmbeddedJourneyEngine implements JourneyEngine {
  private readonly store: EventStore;
  private readonly pool: ThreadPool;
  private readonly memoryBytes: number;
  private last: Promise<unknown> = Promise.resolve();
  /** Counts changes. */
  private version = 0;
  /** Counts the times after which threads are to be told anew. */
  private told = 0;
  private readonly loaded = new Map<string, { readonly wanted: WantedColumns; readonly parts: readonly EventPart[] }>();
  private vocabulary: Vocabulary | null = null;
  private readonly counted = new Map<string, DayCounts>();

  private constructor(store: EventStore, pool: ThreadPool, memoryBytes: number) {
    this.store = store;
    this.pool = pool;
    this.memoryBytes = memoryBytes;
  }

  static async open({
    folder,
    valueDigits = 0,
    threads,
    startThread = startJourneyWorker,
    memoryBytes = totalmem() / 4,
  }: EmbeddedOptions): Promise<EmbeddedJourneyEngine> {
    const store = await EventStore.open(folder, valueDigits);
    const pool = new ThreadPool(threads ?? Math.min(4, availableParallelism()), startThread);
    return new EmbeddedJourneyEngine(store, pool, memoryBytes);
  }

  /** Bytes of the columns in memory. */
  get heldBytes(): number {
    return this.store.held;
  }

  contents(): Promise<JourneyContents> {
    return this.inTurn(() => this.store.contents());
  }

  append(batch: EventBatch, signal?: AbortSignal): Promise<void> {
    return this.changing(() => this.store.append(batch, signal));
  }

  merge(pairs: readonly { readonly from: string; readonly to: string }[]): Promise<void> {
    return this.changing(() => this.store.merge(pairs));
  }

  /** Puts together what came in pieces; answers stay, and come faster. */
  compact(): Promise<void> {
    return this.changing(() => this.store.compact());
  }

  async ask<Question extends JourneyQuestion>(
    question: Question,
    options: AskOptions = {},
  ): Promise<Result<JourneyAnswer<Question>>> {
    options.signal?.throwIfAborted();
    const now = await this.inTurn(async () => ({ ...(await this.store.contents()), ...this.snapshot() }));
    const problems = checkQuestion(question, {
      events: new Set(now.names.map(({ name }) => name)),
      dimensions: new Set(now.dimensions.map(({ id }) => id)),
    });
    if (problems.length > 0) return failed(problems);
    const counted = now.span ? dayCountsFor(question, now.vocabulary, now.span) : null;
    // The answer of a question has the question's kind.
    if (!counted) return ok((await this.pass(question, options)).answer as JourneyAnswer<Question>);
    const counts = await this.dayCounts(counted.counts, now.version, options);
    // What has come in meanwhile may lie on other days.
    if (!counts) return this.ask(question, options);
    return ok(answerFromDays(counted.question, counts, counted.counts, now.vocabulary) as JourneyAnswer<Question>);
  }

  async close(): Promise<void> {
    await this.inTurn(() => this.pool.close());
  }

  private async pass(question: KernelQuestion, options: AskOptions): Promise<{ version: number; answer: AnyAnswer }> {
    const { version, ...request } = await this.inTurn(async () => {
      const { vocabulary, version } = this.snapshot();
      const columns = columnsRead(question, vocabulary);
      const { key, parts } = await this.load(columns);
      const readsTexts = columns.sessionTexts && parts.some(({ session }) => session);
      const sessions = readsTexts ? await this.store.sessionTexts() : null;
      return { question, key, parts, vocabulary, version, told: this.told, sessions };
    });
    return { version, answer: await this.pool.ask({ ...request, ...options }) };
  }

  /** Made when first asked for, kept until something changes; null where something has changed since `version`. */
  private async dayCounts(question: DayCountsQuestion, version: number, options: AskOptions): Promise<DayCounts | null> {
    const key = JSON.stringify([version, question.by, question.from]);
    const known = this.counted.get(key);
    if (known) return known;
    const { version: then, answer } = await this.pass(question, options);
    if (then !== version) return null;
    for (const oldest of this.counted.keys()) if (this.counted.size >= MOST_COUNTED) this.counted.delete(oldest);
    this.counted.set(key, answer as DayCounts);
    return answer as DayCounts;
  }

  /** The store's own grows while a batch comes in. */
  private snapshot(): { readonly vocabulary: Vocabulary; readonly version: number } {
    const { names, dimensions } = this.store.vocabulary;
    this.vocabulary ??= { names: [...names], dimensions: dimensions.map(({ id, values }) => ({ id, values: [...values] })) };
    return { vocabulary: this.vocabulary, version: this.version };
  }

  /** The same parts for the same columns until something changes, so that threads need not be told again. */
  private async load({ dimensions, value, session }: WantedColumns): Promise<{ key: string; parts: readonly EventPart[] }> {
    const wanted = { dimensions: dimensions.toSorted((a, b) => a - b), value, session };
    const key = JSON.stringify(wanted);
    const known = this.loaded.get(key);
    const parts = known?.parts ?? (await this.store.load(wanted));
    // The latest comes last.
    this.loaded.delete(key);
    this.loaded.set(key, { wanted, parts });
    if (!known) this.letGo();
    return { key, parts };
  }

  /** Beyond the bound, columns go that were not needed for longest; those of the question at hand stay. */
  private letGo(): void {
    if (this.store.held <= this.memoryBytes) return;
    for (const key of [null, ...this.loaded.keys()].slice(0, -1)) {
      if (key !== null) this.loaded.delete(key);
      this.store.keepOnly([...this.loaded.values()].map(({ wanted }) => wanted));
      if (this.store.held <= this.memoryBytes) break;
    }
    this.told++;
  }

  private changing(work: () => Promise<void>): Promise<void> {
    return this.inTurn(async () => {
      try {
        await work();
      } finally {
        this.version++;
        this.told++;
        this.loaded.clear();
        this.counted.clear();
        this.vocabulary = null;
      }
    });
  }

  /** One after another. */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** Counts by day that are kept at a time. */
const MOST_COUNTED = 8;
