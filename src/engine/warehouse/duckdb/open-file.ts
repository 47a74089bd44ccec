import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** One opening of the database file, with its connections. */
export class OpenFile {
  private readonly instance: DuckDBInstance;
  private readonly writer: DuckDBConnection;
  private readonly free: DuckDBConnection[] = [];
  private inUse = 0;
  private whenIdle: (() => void) | undefined;
  private closing: Promise<void> | undefined;

  constructor(instance: DuckDBInstance, writer: DuckDBConnection) {
    this.instance = instance;
    this.writer = writer;
  }

  /** Whether it is being closed. */
  get isLeft(): boolean {
    return this.closing !== undefined;
  }

  /** Works with a connection; the one to write with must not be used by two at one time. */
  async use<T>(doing: 'reading' | 'writing', work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    this.inUse += 1;
    try {
      if (doing === 'writing') return await work(this.writer);
      const connection = this.free.pop() ?? (await this.instance.connect());
      try {
        return await work(connection);
      } finally {
        this.free.push(connection);
      }
    } finally {
      this.inUse -= 1;
      if (this.inUse === 0) this.whenIdle?.();
    }
  }

  /** Waits for what still runs, then lets go of the file. */
  close(): Promise<void> {
    this.closing ??= this.closeWhenIdle();
    return this.closing;
  }

  private async closeWhenIdle(): Promise<void> {
    if (this.inUse > 0) {
      await new Promise<void>(resolve => {
        this.whenIdle = resolve;
      });
    }
    for (const connection of [...this.free.splice(0), this.writer]) connection.closeSync();
    this.instance.closeSync();
  }
}
