import type { Day } from '#core/calendar/day.ts';
import type { BatchId } from '#core/measure/live-segments.ts';
import { identifier, sql } from '../sql.ts';
import type { LoadedBatch } from '../warehouse.ts';
import type { Row, Session } from './session.ts';

/** A batch as the store knows it; `number` stands for it in the rows. */
export interface StoredBatch extends LoadedBatch {
  readonly number: number;
}

const COLUMNS = sql`number, id, dataset, rows, CAST(first_day AS VARCHAR), CAST(last_day AS VARCHAR)`;
const MOST_BATCHES = 1_000_000;

export async function storedBatches(session: Session): Promise<readonly StoredBatch[]> {
  const rows = await session.rows(sql`SELECT ${COLUMNS} FROM rashin.batch WHERE NOT dropped ORDER BY number`, MOST_BATCHES);
  return (rows ?? []).map(batchOf);
}

export async function loadedBatch(batch: BatchId, session: Session): Promise<LoadedBatch | undefined> {
  const [row] = (await session.rows(sql`SELECT ${COLUMNS} FROM rashin.batch WHERE id = ${batch} AND NOT dropped`, 1)) ?? [];
  return row && withoutNumber(batchOf(row));
}

/** Numbers of dropped batches stay taken. */
export async function nextBatchNumber(session: Session): Promise<number> {
  const [number] = await session.row(sql`SELECT coalesce(max(number), 0) + 1 FROM rashin.batch`);
  return Number(number);
}

/** Takes a batch and its rows out. [DAT-04] */
export async function dropBatch(batch: BatchId, session: Session): Promise<void> {
  const stored = (await storedBatches(session)).find(({ batch: id }) => id === batch);
  if (!stored) return;
  await session.run(sql`DELETE FROM data.${identifier(stored.dataset, [stored.dataset])} WHERE _batch = ${stored.number}`);
  await session.run(sql`UPDATE rashin.batch SET dropped = true WHERE number = ${stored.number}`);
}

export function withoutNumber({ batch, dataset, rows, days }: StoredBatch): LoadedBatch {
  return { batch, dataset, rows, ...(days ? { days } : {}) };
}

function batchOf([number, id, dataset, rows, first, last]: Row): StoredBatch {
  return {
    number: Number(number),
    batch: String(id),
    dataset: String(dataset),
    rows: Number(rows),
    ...(typeof first === 'string' && typeof last === 'string' ? { days: { from: first as Day, to: last as Day } } : {}),
  };
}
