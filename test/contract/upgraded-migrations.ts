import { ledgerMigrations, type Migrations } from '#engine/ledger/migration/migrations.ts';

export const EXTRA_TABLES = 150;

/** The migrations of an imaginary next version, with one that takes a while. */
export const upgradedMigrations: Migrations = {
  ...ledgerMigrations,
  '9000-extra': {
    up: async db => {
      for (let index = 0; index < EXTRA_TABLES; index++) {
        await db.schema.createTable(`extra_${index}`).addColumn('id', 'text').execute();
      }
    },
  },
};
