import { SqliteAdapter, SqliteDialect } from 'kysely';

/**
 * Kysely's SQLite dialect, with migrations in one transaction: SQLite takes back created tables like any other change, so an
 * upgrade that is cut short leaves the old tables, never something between. [LED-04]
 */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
