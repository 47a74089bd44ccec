import type { Kysely, Migration } from 'kysely';

/** Plans put forward, who answered for which side, what was objected; and which version each member was told about. */
export const agreement: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('proposal')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('plan', 'text', column => column.notNull())
      .addColumn('base', 'integer', column => column.notNull())
      .addColumn('yaml', 'text', column => column.notNull())
      .addColumn('sheet', 'text', column => column.notNull())
      .addColumn('reason', 'text', column => column.notNull())
      .addColumn('approvers', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('version', 'integer')
      .addColumn('author', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('proposal_key', ['id'])
      .addForeignKeyConstraint('proposal_plan', ['plan'], 'plan', ['id'])
      .execute();
    await db.schema.createIndex('proposal_by_plan').on('proposal').columns(['plan', 'state']).execute();
    await db.schema
      .createTable('proposal_answer')
      .addColumn('proposal', 'text', column => column.notNull())
      .addColumn('side', 'text', column => column.notNull())
      .addColumn('member', 'text', column => column.notNull())
      .addColumn('answer', 'text', column => column.notNull())
      .addColumn('note', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('proposal_answer_key', ['proposal', 'side', 'member'])
      .addForeignKeyConstraint('proposal_answer_to', ['proposal'], 'proposal', ['id'])
      .execute();
    await db.schema
      .createTable('objection')
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('proposal', 'text', column => column.notNull())
      .addColumn('node', 'text')
      .addColumn('by', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('reply', 'text')
      .addPrimaryKeyConstraint('objection_key', ['id'])
      .addForeignKeyConstraint('objection_to', ['proposal'], 'proposal', ['id'])
      .execute();
    await db.schema.createIndex('objection_by_proposal').on('objection').column('proposal').execute();
    await db.schema
      .createTable('version_seen')
      .addColumn('member', 'text', column => column.notNull())
      .addColumn('plan', 'text', column => column.notNull())
      .addColumn('number', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('version_seen_key', ['member', 'plan'])
      .addForeignKeyConstraint('version_seen_plan', ['plan'], 'plan', ['id'])
      .execute();
  },
};
