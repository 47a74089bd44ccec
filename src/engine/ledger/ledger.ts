import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CamelCasePlugin, Kysely } from 'kysely';
import Database from 'libsql';
import { renameDurably } from '../workspace/durable-file.ts';
import { type Change, changeWith } from './change.ts';
import { APPLICATION_ID, inspectLedgerFile } from './inspect-file.ts';
import type { LedgerEffects } from './ledger-effects.ts';
import { ledgerFailure } from './ledger-messages.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { migrate, migrationState } from './migrate.ts';
import { ledgerMigrations, type Migrations } from './migration/migrations.ts';
import { createIdSource } from './new-id.ts';
import { TransactionalSqliteDialect } from './sqlite-dialect.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';

/** The memory of a workspace: plans and versions, people, batches, initiatives and all else that is not rows. [LED-01] */
export interface Ledger {
  readonly file: string;
  /** For reading. Inside a change, its own `db` must be used: there is one connection, and the change holds it. */
  readonly db: Kysely<LedgerSchema>;
  /**
   * Does `work` in one transaction: when it returns, everything is on the disk; when it throws, nothing is. Changes queue up,
   * so `work` must be short and wait for nothing but the database. `by`: the acting member, or `system`.
   */
  change<T>(by: string, work: (change: Change) => Promise<T>): Promise<T>;
  /**
   * Writes a whole copy of the ledger to another file, for backups; it waits for no one. The file itself must never be read or
   * copied by other means in the process that has it open: see `held-file.ts`. [LED-18]
   */
  copyTo(path: string): void;
  close(): Promise<void>;
}

/** Makes a new, empty ledger. A file that is there already is never touched. */
export async function createLedger(
  file: string,
  effects: LedgerEffects,
  migrations: Migrations = ledgerMigrations,
): Promise<Ledger> {
  if (existsSync(file)) throw ledgerFailure('ledger-exists', { file });
  markAsOurs(file);
  const sqlite = openSqliteFile(file);
  return closingOnFailure(sqlite, async () => {
    const db = kyselyOf(sqlite);
    const failure = await migrate(db, migrations);
    if (failure) throw failure.error;
    return ledgerOf(file, sqlite, db, effects);
  });
}

/**
 * Opens a ledger after looking at it: a missing, empty, foreign, damaged or newer file is refused and left as it is. [LED-03]
 * An older one is copied first and then upgraded; the copy lies beside it as `ledger-before-STEP.sqlite`. [LED-04]
 */
export async function openLedger(
  file: string,
  effects: LedgerEffects,
  migrations: Migrations = ledgerMigrations,
): Promise<Ledger> {
  inspectLedgerFile(file);
  const sqlite = openSqliteFile(file);
  return closingOnFailure(sqlite, async () => {
    const db = kyselyOf(sqlite);
    const { unknown, pending } = await migrationState(db, migrations);
    if (unknown !== undefined) throw ledgerFailure('ledger-newer', { file, step: unknown });
    if (pending !== undefined) await upgrade(file, sqlite, db, migrations, pending);
    return ledgerOf(file, sqlite, db, effects);
  });
}

/** Before the first table: later the header would go into the log first, where looking at the file would not find it. */
function markAsOurs(file: string): void {
  const database = new Database(file);
  try {
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  } finally {
    database.close();
  }
}

function kyselyOf(sqlite: SqliteFile): Kysely<LedgerSchema> {
  return new Kysely<LedgerSchema>({
    dialect: new TransactionalSqliteDialect({ database: sqlite }),
    plugins: [new CamelCasePlugin()],
  });
}

async function closingOnFailure<T>(sqlite: SqliteFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    sqlite.abandon();
    throw error;
  }
}

async function upgrade(
  file: string,
  sqlite: SqliteFile,
  db: Kysely<LedgerSchema>,
  migrations: Migrations,
  step: string,
): Promise<void> {
  const copy = join(dirname(file), `ledger-before-${step}.sqlite`);
  copyLedger(sqlite, copy);
  const failure = await migrate(db, migrations);
  if (failure) throw ledgerFailure('ledger-upgrade', { file, step: failure.step, copy }, failure.error);
}

/** A copy of that name that is there already is replaced, when the new one is whole. */
function copyLedger(sqlite: SqliteFile, to: string): void {
  const half = `${to}.part`;
  rmSync(half, { force: true });
  sqlite.copyTo(half);
  renameDurably(half, to);
}

function ledgerOf(file: string, sqlite: SqliteFile, db: Kysely<LedgerSchema>, effects: LedgerEffects): Ledger {
  return {
    file,
    db,
    change: changeWith(db, effects, createIdSource(effects)),
    copyTo: path => copyLedger(sqlite, path),
    close: () => db.destroy(),
  };
}
