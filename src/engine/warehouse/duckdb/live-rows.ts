import type { Dataset } from '#core/measure/dataset.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';
import { engineErrorsOf } from '../../engine-error.ts';
import type { Sql } from '../sql.ts';
import { sql } from '../sql.ts';
import { warehouseMessages } from '../warehouse-messages.ts';
import type { StoredBatch } from './batch-table.ts';
import { daysOf, tableOf } from './dataset-table.ts';

const failure = engineErrorsOf(warehouseMessages);

/** Where live rows come from: a FROM clause without the word. */
export interface LiveRows {
  readonly road: 'all-rows' | 'segments';
  readonly from: Sql;
}

/**
 * The rows that count. [LIV-05]
 * A row of several days counts only when one segment holds all of them: half-replaced rows would count twice.
 * Segments of a batch that is not in the store throw `batch-missing`: a wrong number is worse than none.
 * Fast road: when no row of the dataset is dead, segments need not be looked at.
 */
export function liveRows(dataset: Dataset, live: readonly LiveSegment[], stored: readonly StoredBatch[]): LiveRows {
  const numbers = new Map(stored.map(({ batch, number }) => [batch, number]));
  const missing = [...new Set(live.map(({ batch }) => batch))].filter(batch => !numbers.has(batch));
  if (missing.length > 0) throw failure('batch-missing', { batches: missing });
  const table = tableOf(dataset);
  if (stored.every(batch => batch.dataset !== dataset.id || isWhollyLive(batch, live))) return { road: 'all-rows', from: table };
  const { first, last } = daysOf(dataset);
  const segments = sql`(
    SELECT unnest(CAST(${live.map(({ batch }) => String(numbers.get(batch)))} AS INTEGER[])) AS live_batch,
      unnest(CAST(${live.map(({ from }) => from)} AS DATE[])) AS live_from,
      unnest(CAST(${live.map(({ to }) => to)} AS DATE[])) AS live_to)`;
  return {
    road: 'segments',
    from: sql`${table} JOIN ${segments} ON _batch = live_batch AND ${first} >= live_from AND ${last} <= live_to`,
  };
}

function isWhollyLive({ batch, days }: StoredBatch, live: readonly LiveSegment[]): boolean {
  return !days || live.some(segment => segment.batch === batch && segment.from <= days.from && days.to <= segment.to);
}
