import { type Kysely, type Migration, sql } from 'kysely';

/** What every KPI's value was when a month was closed. */
export const closeSnapshot: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('close_snapshot')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('source', 'text', column => column.notNull())
      .addColumn('period', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('values_then', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('by', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('close_snapshot_key', ['id'])
      .execute();
    await db.schema.createIndex('close_snapshot_period').on('close_snapshot').columns(['period', 'source']).execute();
    for (const act of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger close_snapshot_no_${act} before ${act} on close_snapshot begin select raise(abort, 'close_snapshot is never changed'); end`,
        )
        .execute(db);
    }
  },
};
