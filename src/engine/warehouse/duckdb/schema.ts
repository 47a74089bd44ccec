import { sql } from '../sql.ts';
import type { Session } from './session.ts';

/** Shape of the tables below; a file with another number belongs to another Rashin. */
const FORMAT = 1;

/**
 * Tables of the store itself live in the schema `rashin`, one table per dataset in the schema `data`.
 *
 * `batch.number` stands for the batch in the rows (`_batch`); numbers are never used twice. No keys or indexes: the only
 * writer checks what it writes, and an index in the log is what has made DuckDB logs unreadable before.
 */
export async function createSchema(session: Session): Promise<'ok' | 'newer'> {
  const existing = await session.rows(
    sql`SELECT 1 FROM duckdb_tables() WHERE schema_name = 'rashin' AND table_name = 'format'`,
    1,
  );
  if (existing?.length) {
    const [format] = await session.row(sql`SELECT version FROM rashin.format`);
    return Number(format) > FORMAT ? 'newer' : 'ok';
  }
  await session.run(sql`CREATE SCHEMA rashin`);
  await session.run(sql`CREATE SCHEMA data`);
  await session.run(sql`CREATE TABLE rashin.format (version INTEGER NOT NULL)`);
  await session.run(sql`INSERT INTO rashin.format VALUES (${FORMAT})`);
  await session.run(sql`CREATE TABLE rashin.dataset (id VARCHAR NOT NULL, kind VARCHAR NOT NULL, time VARCHAR)`);
  await session.run(sql`CREATE TABLE rashin.column (dataset VARCHAR NOT NULL, id VARCHAR NOT NULL, type VARCHAR NOT NULL)`);
  await session.run(sql`
    CREATE TABLE rashin.batch (
      number INTEGER NOT NULL,
      id VARCHAR NOT NULL,
      dataset VARCHAR NOT NULL,
      rows BIGINT NOT NULL,
      first_day DATE,
      last_day DATE,
      dropped BOOLEAN NOT NULL
    )`);
  return 'ok';
}
