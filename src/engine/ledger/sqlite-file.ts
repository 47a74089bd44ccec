import type { SqliteDatabase } from 'kysely';
import Database from 'libsql';
import type { EngineError } from '../engine-error.ts';
import { ledgerFailure, restoreCommand } from './ledger-messages.ts';

/** An open SQLite file in the shape Kysely drives, with failures as `EngineError`s. */
export interface SqliteFile extends SqliteDatabase {
  /** Writes a whole and compact copy to a new file, while work goes on. */
  readonly copyTo: (path: string) => void;
  /** Closes without writing anything more. */
  readonly abandon: () => void;
}

const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens a SQLite file: write-ahead log, every commit synchronised to the disk before it returns, foreign keys enforced. [LED-01]
 * The file is created when it is missing; whoever must not create one looks first.
 */
export function openSqliteFile(path: string): SqliteFile {
  const database = guarded(path, () => new Database(path));
  const run = (sql: string) => guarded(path, () => database.exec(sql));
  run(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  run('PRAGMA journal_mode = WAL');
  run('PRAGMA synchronous = FULL');
  run('PRAGMA foreign_keys = ON');
  run('PRAGMA trusted_schema = OFF');
  const checkpoint = () => run('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    copyTo: copy => run(`VACUUM INTO '${copy.replaceAll("'", "''")}'`),
    abandon: () => void database.close(),
    // The driver closes the file when the last statement has been collected as garbage, so SQLite's own last write is not waited for.
    close: () => {
      checkpoint();
      database.close();
    },
    prepare: sql => {
      // A full disk ends the transaction by itself; rolling it back again would hide the reason.
      if (sql === 'rollback' && !database.inTransaction) return NOTHING;
      // Taking the write lock at the start, so that a transaction that reads first cannot fail when it comes to write.
      const statement = guarded(path, () => database.prepare(sql === 'begin' ? 'begin immediate' : sql));
      return {
        reader: statement.reader,
        all: values => guarded(path, () => statement.all(storable(values))),
        run: values => guarded(path, () => statement.run(storable(values))),
        iterate: values => guarded(path, () => statement.iterate(storable(values))),
      };
    },
  };
}

const NOTHING = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

/**
 * Values as they can be bound. The driver ends the process at a boolean, and cuts texts at NUL or replaces lone surrogates:
 * such a value here is a check that somebody forgot.
 */
function storable(values: readonly unknown[]): unknown[] {
  for (const value of values) {
    const fits = value === null || typeof value === 'number' || (typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value));
    if (!fits) throw new Error(`a ledger value that cannot be stored: ${typeof value}`);
  }
  return [...values];
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failureOf(path, error) ?? error;
  }
}

/** The environment's failures by SQLite's result codes; undefined for mistakes of ours (syntax, constraints). */
function failureOf(path: string, error: unknown): EngineError | undefined {
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  // The driver's own words when SQLite could not even open the file; it passes no code then.
  if (code === undefined)
    return detail.startsWith('ConnectionFailed') ? ledgerFailure('not-writable', { file: path }, error) : undefined;
  if (code.startsWith('SQLITE_FULL')) return ledgerFailure('disk-full', { file: path }, error);
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_CANTOPEN')) {
    return ledgerFailure('not-writable', { file: path }, error);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return ledgerFailure('ledger-busy', { file: path }, error);
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return ledgerFailure('ledger-damaged', { file: path, restore: restoreCommand(path) }, error);
  }
  return code.startsWith('SQLITE_IOERR') ? ledgerFailure('ledger-io', { file: path, detail }, error) : undefined;
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
