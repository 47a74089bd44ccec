import type { Kysely, Migration } from 'kysely';

/** Analyses that were kept, as the choices of their page. */
export const savedAnalysis: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('saved_analysis')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('page', 'text', column => column.notNull())
      .addColumn('search', 'text', column => column.notNull())
      .addColumn('author', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('revision', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('saved_analysis_key', ['id'])
      .execute();
  },
};
