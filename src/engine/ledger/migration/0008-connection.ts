import type { Kysely, Migration } from 'kysely';

/** Services that are asked on a schedule, what came of it, and values that people must type by a day. */
export const connection: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('connection')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('described', 'text', column => column.notNull())
      .addColumn('sealed', 'text')
      .addColumn('through', 'text')
      .addColumn('next_run', 'text')
      .addColumn('created_at', 'text', column => column.notNull())
      .addColumn('created_by', 'text', column => column.notNull())
      .addColumn('removed_at', 'text')
      .addColumn('revision', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('connection_key', ['id'])
      .execute();
    await db.schema
      .createTable('connection_run')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('connection', 'text', column => column.notNull())
      .addColumn('started_at', 'text', column => column.notNull())
      .addColumn('ended_at', 'text')
      .addColumn('by', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('from_day', 'text')
      .addColumn('to_day', 'text')
      .addColumn('requests', 'integer', column => column.notNull())
      .addColumn('rows', 'integer', column => column.notNull())
      .addColumn('batches', 'text', column => column.notNull())
      .addColumn('problems', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('connection_run_key', ['id'])
      .addForeignKeyConstraint('connection_run_of', ['connection'], 'connection', ['id'])
      .execute();
    await db.schema.createIndex('connection_run_by_connection').on('connection_run').columns(['connection', 'id']).execute();
    await db.schema
      .createTable('value_duty')
      .addColumn('metric', 'text', column => column.notNull())
      .addColumn('owner', 'text', column => column.notNull())
      .addColumn('due', 'integer', column => column.notNull())
      .addColumn('remind', 'integer', column => column.notNull())
      .addColumn('since', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('value_duty_key', ['metric'])
      .execute();
  },
};
