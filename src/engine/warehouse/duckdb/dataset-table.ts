import type { ColumnType, Dataset } from '#core/measure/dataset.ts';
import type { Result } from '#core/problem/problem.ts';
import { failed, ok, problemsOf } from '#core/problem/problem.ts';
import type { Sql } from '../sql.ts';
import { identifier, joined, sql } from '../sql.ts';
import { warehouseMessages } from '../warehouse-messages.ts';
import type { Session } from './session.ts';

const problem = problemsOf(warehouseMessages);

/**
 * Narrow decimals are parsed and multiplied several times faster than wide ones; a column is widened when a batch needs it.
 * Both hold nine digits after the point.
 */
export const NARROW = { type: sql`DECIMAL(18, 9)`, digits: 18 } as const;
export const WIDE = { type: sql`DECIMAL(38, 9)`, digits: 38 } as const;

/** Creates the table of a dataset, or adds the columns it lacks. [DAT-03] */
export async function createDatasetTable(dataset: Dataset, session: Session): Promise<Result<Dataset>> {
  const stored = await storedColumns(dataset.id, session);
  if (!stored) {
    await createTable(dataset, session);
    return ok(dataset);
  }
  const [kind, time] = await session.row(sql`SELECT kind, time FROM rashin.dataset WHERE id = ${dataset.id}`);
  if (kind !== dataset.kind || time !== timeOf(dataset)) return failed([problem('dataset-reshaped', { dataset: dataset.id })]);
  const retyped = dataset.columns.flatMap(column => {
    const type = stored.get(column.id);
    return type === undefined || type === column.type
      ? []
      : [problem('column-retyped', { dataset: dataset.id, column: column.id, stored: type, wanted: column.type })];
  });
  if (retyped.length > 0) return failed(retyped);
  for (const column of dataset.columns) {
    if (stored.has(column.id)) continue;
    const added = columnName(column.id, dataset);
    await session.run(sql`ALTER TABLE ${tableOf(dataset)} ADD COLUMN ${added} ${SQL_TYPE[column.type]}`);
    await session.run(sql`INSERT INTO rashin.column VALUES (${dataset.id}, ${column.id}, ${column.type})`);
  }
  return ok(dataset);
}

/** Columns of a stored dataset with their types; undefined when there is no such dataset. */
export async function storedColumns(dataset: string, session: Session): Promise<ReadonlyMap<string, string> | undefined> {
  const known = await session.rows(sql`SELECT 1 FROM rashin.dataset WHERE id = ${dataset}`, 1);
  if (!known?.length) return undefined;
  const rows = (await session.rows(sql`SELECT id, type FROM rashin.column WHERE dataset = ${dataset}`, 10_000)) ?? [];
  return new Map(rows.map(([id, type]) => [String(id), String(type)]));
}

export function tableOf(dataset: Dataset): Sql {
  return sql`data.${identifier(dataset.id, [dataset.id])}`;
}

export function columnName(column: string, dataset: Dataset): Sql {
  return identifier(
    column,
    dataset.columns.map(({ id }) => id),
  );
}

/** First and last day of a row: the same day for an event. */
export function daysOf(dataset: Dataset): { readonly first: Sql; readonly last: Sql } {
  return dataset.kind === 'event' ? { first: sql`_day`, last: sql`_day` } : { first: sql`_from`, last: sql`_to` };
}

export const SQL_TYPE: Readonly<Record<ColumnType, Sql>> = {
  text: sql`VARCHAR`,
  integer: sql`BIGINT`,
  decimal: NARROW.type,
  date: sql`DATE`,
  timestamp: sql`TIMESTAMP`,
  boolean: sql`BOOLEAN`,
};

async function createTable(dataset: Dataset, session: Session): Promise<void> {
  const days = dataset.kind === 'event' ? sql`_day DATE NOT NULL` : sql`_from DATE NOT NULL, _to DATE NOT NULL`;
  const columns = dataset.columns.map(({ id, type }) => sql`${columnName(id, dataset)} ${SQL_TYPE[type]}`);
  const all = joined([sql`_batch INTEGER NOT NULL, _line INTEGER`, days, ...columns], ', ');
  await session.run(sql`CREATE TABLE ${tableOf(dataset)} (${all})`);
  await session.run(sql`INSERT INTO rashin.dataset VALUES (${dataset.id}, ${dataset.kind}, ${timeOf(dataset)})`);
  for (const { id, type } of dataset.columns)
    await session.run(sql`INSERT INTO rashin.column VALUES (${dataset.id}, ${id}, ${type})`);
}

function timeOf(dataset: Dataset): string | null {
  return dataset.kind === 'event' ? dataset.time : null;
}
