import { type Kysely, type Migration, sql } from 'kysely';

/** Who looked at or took along data about people, and the audits of data; both are history. */
export const trust: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('access_record')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('by', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('subject', 'text', column => column.notNull())
      .addColumn('columns', 'text', column => column.notNull())
      .addColumn('rows', 'integer')
      .addPrimaryKeyConstraint('access_record_key', ['id'])
      .execute();
    await db.schema
      .createTable('data_audit')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('dataset', 'text', column => column.notNull())
      .addColumn('on_day', 'text', column => column.notNull())
      .addColumn('samples', 'text', column => column.notNull())
      .addColumn('checks', 'text', column => column.notNull())
      .addColumn('result', 'text', column => column.notNull())
      .addColumn('note', 'text', column => column.notNull())
      .addColumn('correction', 'text')
      .addColumn('next_day', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('by', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('data_audit_key', ['id'])
      .execute();
    await db.schema.createIndex('data_audit_dataset').on('data_audit').columns(['dataset', 'id']).execute();
    for (const table of ['access_record', 'data_audit']) {
      for (const act of ['update', 'delete']) {
        await sql
          .raw(
            `create trigger ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${table} is never changed'); end`,
          )
          .execute(db);
      }
    }
  },
};
