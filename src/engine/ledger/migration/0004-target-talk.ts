import type { Kysely, Migration } from 'kysely';

/** Two proposed values for a KPI's target, what was agreed, and who stands for it. */
export const targetTalk: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('target_talk')
      .addColumn('plan', 'text', column => column.notNull())
      .addColumn('node', 'text', column => column.notNull())
      .addColumn('talk', 'text', column => column.notNull())
      .addColumn('revision', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('target_talk_key', ['plan', 'node'])
      .addForeignKeyConstraint('target_talk_plan', ['plan'], 'plan', ['id'])
      .execute();
  },
};
