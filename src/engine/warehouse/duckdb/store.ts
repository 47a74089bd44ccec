import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { engineErrorsOf } from '../../engine-error.ts';
import { sql } from '../sql.ts';
import type { WarehouseHealth } from '../warehouse.ts';
import { warehouseMessages } from '../warehouse-messages.ts';
import { failureOf, isEnvironment, isFatal, isInterrupt } from './failure.ts';
import type { InstanceOptions } from './instance.ts';
import { FILE_NAME, openInstance } from './instance.ts';
import { OpenFile } from './open-file.ts';
import { Session } from './session.ts';
import { Turns } from './turns.ts';

export interface StoreOptions extends InstanceOptions {
  /** Reads that run at one time. Each holds a thread of Node's pool of four; files need the others. */
  readonly readers: number;
  /** A read that takes longer is stopped. */
  readonly deadlineMs: number;
}

/** How statements are run; without a deadline they take the time they need. */
interface Attempt {
  readonly doing: 'reading' | 'writing';
  readonly deadlineMs?: number;
  /** Whether they may be run again after a fatal failure. */
  readonly mayRetry: boolean;
}

const failure = engineErrorsOf(warehouseMessages);

/**
 * The database file in use: reads run side by side in read-only transactions with a deadline, writes one after another.
 * After a fatal failure (a full disk) the file is opened again by itself, once whatever still runs has ended.
 */
export class Store {
  private readonly options: StoreOptions;
  private readonly readTurns: Turns;
  private readonly writeTurns = new Turns(1);
  private opening: Promise<OpenFile> | undefined;
  private lastHealth: WarehouseHealth;
  private isClosed = false;

  constructor(options: StoreOptions, health: WarehouseHealth = { state: 'ok' }) {
    this.options = options;
    this.lastHealth = health;
    this.readTurns = new Turns(options.readers);
  }

  /** Opens the file; the first use does so too. */
  async open(): Promise<void> {
    await this.using('reading', async () => undefined);
  }

  get health(): WarehouseHealth {
    return this.lastHealth;
  }

  get file(): string {
    return join(this.options.dir, FILE_NAME);
  }

  /** Runs queries that see one state of the data. */
  read<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const how: Attempt = { doing: 'reading', deadlineMs: this.options.deadlineMs, mayRetry: true };
    return this.readTurns.take(() => this.attempt(how, work, signal), signal);
  }

  /** Hands rows over for as long as whoever takes them needs. Never begun again: rows are out that cannot be called back. */
  handOver<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.readTurns.take(() => this.attempt({ doing: 'reading', mayRetry: false }, work, signal), signal);
  }

  /** Runs statements that take effect together or not at all; never at the same time as another write. */
  write<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.writeTurns.take(() => this.attempt({ doing: 'writing', mayRetry: false }, work, signal), signal);
  }

  /** Moves what the log holds into the main file; left for later when readers are in the way. */
  checkpoint(): Promise<void> {
    return this.using('reading', async (connection, file) => {
      await connection.run('CHECKPOINT').catch((error: unknown) => {
        if (isFatal(error)) this.reopen(file);
      });
    });
  }

  /** Closes the file, does something to it and opens it again; everything else waits. */
  exclusively(work: () => Promise<void>): Promise<void> {
    return this.writeTurns.take(async () => {
      let worked: Promise<void> = Promise.resolve();
      await this.using('reading', async (_connection, file) => {
        worked = file.close().then(work);
        this.opening = worked.catch(() => undefined).then(() => this.openFile());
      });
      await worked;
      await this.open();
    });
  }

  async close(): Promise<void> {
    await this.writeTurns.take(async () => {
      if (this.isClosed) return;
      await this.checkpoint();
      let left: Promise<void> = Promise.resolve();
      await this.using('reading', async (_connection, file) => {
        this.isClosed = true;
        left = file.close();
      });
      await left;
    });
  }

  private async attempt<T>(how: Attempt, work: (session: Session) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted();
    let used: OpenFile | undefined;
    try {
      return await this.using(how.doing, (connection, file) => {
        used = file;
        return this.transaction(connection, how, work, signal);
      });
    } catch (error) {
      if (used && isFatal(error)) {
        this.reopen(used);
        if (how.mayRetry) return this.attempt({ ...how, mayRetry: false }, work, signal);
      }
      if (signal?.aborted && isInterrupt(error)) throw signal.reason;
      throw isEnvironment(error) ? failureOf(error, how.doing, this.file) : error;
    }
  }

  private async transaction<T>(
    connection: DuckDBConnection,
    { doing, deadlineMs }: Attempt,
    work: (session: Session) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    let isLate = false;
    const late = () => failure('warehouse-deadline', { seconds: Math.round((deadlineMs ?? 0) / 1000) });
    const session = new Session(connection, () => {
      signal?.throwIfAborted();
      if (isLate) throw late();
    });
    const interrupt = () => connection.interrupt();
    const timer =
      deadlineMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            interrupt();
          }, deadlineMs);
    signal?.addEventListener('abort', interrupt);
    try {
      await connection.run(doing === 'reading' ? 'BEGIN TRANSACTION READ ONLY' : 'BEGIN TRANSACTION');
      const result = await work(session);
      await session.run(sql`COMMIT`);
      return result;
    } catch (error) {
      await connection.run('ROLLBACK').catch(() => undefined);
      throw isLate && isInterrupt(error) ? late() : error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
    }
  }

  /** Works on the file as opened last, entering it before it can be left. */
  private async using<T>(
    doing: 'reading' | 'writing',
    work: (connection: DuckDBConnection, file: OpenFile) => Promise<T>,
  ): Promise<T> {
    for (;;) {
      if (this.isClosed) throw new Error('the warehouse is closed');
      this.opening ??= this.openFile();
      const opening = this.opening;
      let file: OpenFile;
      try {
        file = await opening;
      } catch (error) {
        if (this.opening === opening) this.opening = undefined;
        throw error;
      }
      if (!file.isLeft) return file.use(doing, connection => work(connection, file));
    }
  }

  private async openFile(): Promise<OpenFile> {
    const { instance, writer, health } = await openInstance(this.options);
    if (this.lastHealth.state !== 'degraded') this.lastHealth = health;
    return new OpenFile(instance, writer);
  }

  private reopen(broken: OpenFile): void {
    if (broken.isLeft) return;
    const reopened = broken.close().then(() => this.openFile());
    reopened.catch(() => undefined);
    this.opening = reopened;
  }
}
