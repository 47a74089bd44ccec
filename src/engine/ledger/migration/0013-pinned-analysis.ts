import type { Kysely, Migration } from 'kysely';

/** Which kept analyses stand on the board, and since when. */
export const pinnedAnalysis: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('saved_analysis').addColumn('pinned_at', 'text').execute();
  },
};
