import type { Kysely, Migration } from 'kysely';

/** What people have said about missing and unusual values. */
export const quality: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('quality_decision')
      .addColumn('about', 'text', column => column.notNull())
      .addColumn('subject_kind', 'text', column => column.notNull())
      .addColumn('subject', 'text', column => column.notNull())
      .addColumn('from_day', 'text', column => column.notNull())
      .addColumn('to_day', 'text', column => column.notNull())
      .addColumn('choice', 'text', column => column.notNull())
      .addColumn('excluded', 'integer', column => column.notNull())
      .addColumn('reason', 'text', column => column.notNull())
      .addColumn('by', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('quality_decision_key', ['about', 'subject_kind', 'subject', 'from_day', 'to_day'])
      .execute();
  },
};
