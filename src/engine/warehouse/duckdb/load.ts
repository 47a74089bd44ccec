import { open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Column, Dataset } from '#core/measure/dataset.ts';
import { engineErrorsOf } from '../../engine-error.ts';
import type { Sql } from '../sql.ts';
import { identifier, joined, sql } from '../sql.ts';
import type { Load, LoadedBatch } from '../warehouse.ts';
import { warehouseMessages } from '../warehouse-messages.ts';
import { loadedBatch, nextBatchNumber } from './batch-table.ts';
import { columnName, daysOf, NARROW, SQL_TYPE, tableOf, WIDE } from './dataset-table.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

const failure = engineErrorsOf(warehouseMessages);

const PROGRESS_MS = 200;

/**
 * Brings the rows of a staging file in as one batch, in one transaction with the batch's own row. [DAT-04]
 * The file: UTF-8 CSV, header of column ids with `_line` (and `_from`, `_to` for aggregates), ISO dates and local times,
 * plain decimals of at most nine digits after the point, nothing for a missing value.
 */
export async function load(
  store: Store,
  staging: string,
  { batch, dataset, file, onProgress, signal }: Load,
): Promise<LoadedBatch> {
  const header = await headerOf(file, staging);
  const attempt = (decimals: typeof NARROW | typeof WIDE) =>
    store.write(async session => {
      const stored = await loadedBatch(batch, session);
      if (stored) return stored;
      if (decimals === WIDE) await widen(dataset, header, file, session);
      const timer = setInterval(() => onProgress?.(session.progress() ?? 0), PROGRESS_MS);
      try {
        return await insert(batch, dataset, file, header, decimals, session);
      } finally {
        clearInterval(timer);
      }
    }, signal);
  try {
    return await attempt(NARROW).catch((error: unknown) => {
      if (isRejection(error)) return attempt(WIDE);
      throw error;
    });
  } catch (error) {
    throw isRejection(error) ? failure('staging-rejected', { file }, error) : error;
  }
}

async function insert(
  batch: string,
  dataset: Dataset,
  file: string,
  header: readonly string[],
  decimals: typeof NARROW | typeof WIDE,
  session: Session,
): Promise<LoadedBatch> {
  const number = await nextBatchNumber(session);
  const present = dataset.columns.filter(column => header.includes(column.id));
  const { first, last } = daysOf(dataset);
  const time = dataset.kind === 'event' ? columnName(dataset.time, dataset) : undefined;
  const days = time ? sql`CAST(${time} AS DATE)` : sql`_from, _to`;
  const names = joined(
    [sql`_batch, _line`, time ? sql`_day` : sql`_from, _to`, ...present.map(c => columnName(c.id, dataset))],
    ', ',
  );
  const values = joined(
    [sql`CAST(${number} AS INTEGER), _line`, days, ...present.map(column => storedValue(column, dataset, decimals))],
    ', ',
  );
  const rows = await session.run(
    sql`INSERT INTO ${tableOf(dataset)} (${names}) SELECT ${values} FROM ${csv(file, header, dataset)}`,
  );
  await session.run(sql`
    INSERT INTO rashin.batch
    SELECT ${number}, ${batch}, ${dataset.id}, ${rows}, min(${first}), max(${last}), false
    FROM ${tableOf(dataset)} WHERE _batch = ${number}`);
  const loaded = await loadedBatch(batch, session);
  if (!loaded) throw new Error('a batch without its row');
  return loaded;
}

/** Text columns come as they are; decimals are checked before they could be rounded. */
function storedValue(column: Column, dataset: Dataset, decimals: typeof NARROW | typeof WIDE): Sql {
  const name = columnName(column.id, dataset);
  if (column.type !== 'decimal') return name;
  return sql`CASE WHEN strpos(${name}, '.') > 0 AND length(${name}) - strpos(${name}, '.') > 9
    THEN error('more than nine digits after the point') ELSE CAST(${name} AS ${decimals.type}) END`;
}

function csv(file: string, header: readonly string[], dataset: Dataset): Sql {
  const columns = header.map(name => sql`${identifier(name, header)}: ${csvType(name, dataset)}`);
  return sql`read_csv(${file}, columns = {${joined(columns, ', ')}}, header = true, auto_detect = false,
    delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = true)`;
}

/** The type a CSV column is read as, as the text DuckDB wants in its place. */
function csvType(name: string, dataset: Dataset): Sql {
  if (name === '_line') return sql`'INTEGER'`;
  if (dataset.kind === 'aggregate' && (name === '_from' || name === '_to')) return sql`'DATE'`;
  const column = dataset.columns.find(({ id }) => id === name);
  if (!column) throw new Error(`the staging file has a column that dataset ${dataset.id} does not have: ${name}`);
  return sql`'${column.type === 'decimal' ? SQL_TYPE.text : SQL_TYPE[column.type]}'`;
}

/** Makes room for the large decimals of a file. */
async function widen(dataset: Dataset, header: readonly string[], file: string, session: Session): Promise<void> {
  for (const column of dataset.columns) {
    if (column.type !== 'decimal' || !header.includes(column.id)) continue;
    const name = columnName(column.id, dataset);
    const [tooLarge] = await session.row(sql`
      SELECT coalesce(bool_or(${name} IS NOT NULL AND TRY_CAST(${name} AS ${NARROW.type}) IS NULL), false)
      FROM ${csv(file, header, dataset)}`);
    if (tooLarge) await session.run(sql`ALTER TABLE ${tableOf(dataset)} ALTER COLUMN ${name} TYPE ${WIDE.type}`);
  }
}

/** The column ids of a staging file; a file outside the staging folder is a bug of the caller. */
async function headerOf(file: string, staging: string): Promise<readonly string[]> {
  const [real, folder] = await Promise.all([realpath(file), realpath(staging)]);
  if (!real.startsWith(folder + sep)) throw new Error(`not a staging file: ${file}`);
  const handle = await open(real);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 1);
    return line.split(',').map(name => name.replace(/^"(.*)"$/, '$1'));
  } finally {
    await handle.close();
  }
}

function isRejection(error: unknown): boolean {
  return error instanceof Error && /^(?:Conversion|Invalid Input|Constraint|Out of Range) Error/.test(error.message);
}
