import { type Kysely, Migrator, sql } from 'kysely';
import type { LedgerSchema } from './ledger-schema.ts';
import type { Migrations } from './migration/migrations.ts';

/** Where a ledger stands on the way of migrations. */
export interface MigrationState {
  /** A migration it has been through and this version does not know: a newer version made it. */
  readonly unknown: string | undefined;
  /** The first migration still to do. */
  readonly pending: string | undefined;
}

export async function migrationState(db: Kysely<LedgerSchema>, migrations: Migrations): Promise<MigrationState> {
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(db);
  const applied = rows.map(({ name }) => name);
  return {
    unknown: applied.find(name => !(name in migrations)),
    pending: Object.keys(migrations)
      .toSorted()
      .find(name => !applied.includes(name)),
  };
}

/** Brings the tables to the newest form, all in one transaction; returns the step that failed, or null. [LED-04] */
export async function migrate(
  db: Kysely<LedgerSchema>,
  migrations: Migrations,
): Promise<{ readonly step: string; readonly error: unknown } | null> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return null;
  return { step: results?.find(({ status }) => status === 'Error')?.migrationName ?? '?', error };
}
