import type { Kysely, Migration } from 'kysely';

/** What-ifs that were kept, and marks that people set on KPIs and success factors. */
export const scenario: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('scenario')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('plan', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('changes', 'text', column => column.notNull())
      .addColumn('probability', 'text')
      .addColumn('cost', 'text')
      .addColumn('note', 'text', column => column.notNull())
      .addColumn('author', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('revision', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('scenario_key', ['id'])
      .addForeignKeyConstraint('scenario_plan', ['plan'], 'plan', ['id'])
      .execute();
    await db.schema.createIndex('scenario_by_plan').on('scenario').column('plan').execute();
    await db.schema
      .createTable('priority_mark')
      .addColumn('plan', 'text', column => column.notNull())
      .addColumn('object', 'text', column => column.notNull())
      .addColumn('criterion', 'text', column => column.notNull())
      .addColumn('mark', 'integer', column => column.notNull())
      .addColumn('note', 'text', column => column.notNull())
      .addColumn('by', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('priority_mark_key', ['plan', 'object', 'criterion'])
      .addForeignKeyConstraint('priority_mark_plan', ['plan'], 'plan', ['id'])
      .execute();
  },
};
