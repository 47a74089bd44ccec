import type { Kysely, Migration } from 'kysely';

/** Keys of programs, and what their pushes were answered. */
export const push: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('api_key')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('hash', 'text', column => column.notNull())
      .addColumn('rights', 'text', column => column.notNull())
      .addColumn('created_at', 'text', column => column.notNull())
      .addColumn('created_by', 'text', column => column.notNull())
      .addColumn('used_at', 'text')
      .addColumn('revoked_at', 'text')
      .addColumn('revoked_by', 'text')
      .addPrimaryKeyConstraint('api_key_key', ['id'])
      .addUniqueConstraint('api_key_name', ['name'])
      .execute();
    await db.schema
      .createTable('push_receipt')
      .addColumn('sender', 'text', column => column.notNull())
      .addColumn('key', 'text', column => column.notNull())
      .addColumn('hash', 'text', column => column.notNull())
      .addColumn('answer', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('push_receipt_key', ['sender', 'key'])
      .execute();
    await db.schema.createIndex('push_receipt_at').on('push_receipt').column('at').execute();
  },
};
