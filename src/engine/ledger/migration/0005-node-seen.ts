import type { Kysely, Migration } from 'kysely';

/** On which day a member last opened the page of a goal or KPI. */
export const nodeSeen: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('node_seen')
      .addColumn('member', 'text', column => column.notNull())
      .addColumn('plan', 'text', column => column.notNull())
      .addColumn('node', 'text', column => column.notNull())
      .addColumn('first', 'text', column => column.notNull())
      .addColumn('last', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('node_seen_key', ['plan', 'node', 'member'])
      .addForeignKeyConstraint('node_seen_plan', ['plan'], 'plan', ['id'])
      .execute();
  },
};
