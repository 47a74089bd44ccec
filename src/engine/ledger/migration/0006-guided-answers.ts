import type { Kysely, Migration } from 'kysely';

/** What a member has answered of the questions that a plan begins with. */
export const guidedAnswers: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('guided_answers')
      .addColumn('member', 'text', column => column.notNull())
      .addColumn('answers', 'text', column => column.notNull())
      .addColumn('step', 'integer', column => column.notNull())
      .addColumn('revision', 'integer', column => column.notNull())
      .addColumn('updated_at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('guided_answers_key', ['member'])
      .execute();
  },
};
