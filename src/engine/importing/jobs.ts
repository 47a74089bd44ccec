import type { Instant } from '#core/measure/live-segments.ts';
import type { Problem, Result } from '#core/problem/problem.ts';

/** Work that goes on after its request was answered. It lives as long as the process; nothing of it is acknowledged before it is done. [API-10] */
export interface Job {
  readonly id: string;
  readonly kind: 'inspect' | 'import' | 'rebuild';
  readonly startedAt: Instant;
  readonly state: JobState;
  /** Share done; null while it cannot be told. */
  readonly progress: number | null;
  readonly result: JobResult | null;
  /** Why it was refused; notes, when it is done. */
  readonly problems: readonly Problem[];
  /** What was thrown when it failed. */
  readonly error: unknown;
}

export type JobState = 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';

export type JobResult =
  | { readonly kind: 'inspected'; readonly upload: string }
  | {
      readonly kind: 'imported';
      readonly upload: string;
      readonly imported: readonly string[];
      readonly duplicates: readonly string[];
    }
  | { readonly kind: 'rebuilt'; readonly batches: number };

export interface JobControl {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number | null) => void;
}

export type JobWork = (control: JobControl) => Promise<Result<JobResult>>;

export interface Jobs {
  start(id: string, kind: Job['kind'], startedAt: Instant, work: JobWork): Job;
  find(id: string): Job | undefined;
  /** Asks a job to stop; it is cancelled when it does, or done when it was past that. */
  cancel(id: string): void;
  /** Resolves when the job changes its state or progress, or after so many milliseconds. */
  changed(id: string, milliseconds: number): Promise<void>;
  /** Cancels what runs and waits until it has ended. */
  stop(): Promise<void>;
}

/** Jobs of one sort that run at one time; the rest wait. */
const AT_ONCE = 2;
/** Ended jobs that are remembered. */
const REMEMBERED = 200;

export function createJobs(): Jobs {
  const jobs = new Map<string, Running>();
  const start: Jobs['start'] = (id, kind, startedAt, work) => {
    const job: Job = { id, kind, startedAt, state: 'waiting', progress: null, result: null, problems: [], error: null };
    const running = new Running(job, work);
    jobs.set(id, running);
    for (const [old, { isOver }] of jobs) {
      if (jobs.size <= REMEMBERED) break;
      if (isOver) jobs.delete(old);
    }
    next();
    return running.job;
  };
  const next = (): void => {
    const active = [...jobs.values()].filter(({ job }) => job.state === 'running').length;
    const waiting = [...jobs.values()].filter(({ job }) => job.state === 'waiting');
    for (const running of waiting.slice(0, Math.max(0, AT_ONCE - active))) void running.run().then(next);
  };
  return {
    start,
    find: id => jobs.get(id)?.job,
    cancel: id => jobs.get(id)?.cancel(),
    changed: async (id, milliseconds) => jobs.get(id)?.changed(milliseconds),
    stop: async () => {
      for (const running of jobs.values()) running.cancel();
      await Promise.all([...jobs.values()].map(running => running.ended));
    },
  };
}

class Running {
  job: Job;
  readonly ended: Promise<void>;
  private readonly work: JobWork;
  private readonly abort = new AbortController();
  private readonly listeners = new Set<() => void>();
  private end: () => void = () => {};

  constructor(job: Job, work: JobWork) {
    this.job = job;
    this.work = work;
    this.ended = new Promise(resolve => {
      this.end = resolve;
    });
  }

  get isOver(): boolean {
    return this.job.state !== 'waiting' && this.job.state !== 'running';
  }

  async run(): Promise<void> {
    this.become({ state: 'running' });
    const { signal } = this.abort;
    try {
      const result = await this.work({ signal, onProgress: progress => this.become({ progress }) });
      if (result.ok) this.become({ state: 'done', progress: 1, result: result.value, problems: result.problems });
      else this.become({ state: 'refused', problems: result.problems });
    } catch (error) {
      this.become(signal.aborted ? { state: 'cancelled' } : { state: 'failed', error });
    }
    this.end();
  }

  cancel(): void {
    this.abort.abort(new DOMException('cancelled', 'AbortError'));
    if (this.job.state !== 'waiting') return;
    this.become({ state: 'cancelled' });
    this.end();
  }

  changed(milliseconds: number): Promise<void> {
    if (this.isOver || milliseconds <= 0) return Promise.resolve();
    return new Promise(resolve => {
      const done = (): void => {
        clearTimeout(timer);
        this.listeners.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.listeners.add(done);
    });
  }

  private become(change: Partial<Job>): void {
    this.job = { ...this.job, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}
