import type { Kysely, Selectable } from 'kysely';
import type { BatchId, BatchRecord } from '#core/measure/live-segments.ts';
import type { Batch, NewBatch } from './batch.ts';
import type { Change } from './change.ts';
import type { BatchTable } from './data-tables.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { type Written, written } from './written.ts';

export interface BatchQuery {
  readonly dataset?: string;
  /** Committed ones only, unless said otherwise. */
  readonly state?: Batch['state'] | 'any';
  /** Batches older than this one: the last id of the page before. */
  readonly olderThan?: BatchId;
  readonly limit?: number;
}

/** Batches, newest first; the undone ones are among them. */
export async function listBatches(
  db: Kysely<LedgerSchema>,
  { dataset, state = 'committed', olderThan, limit }: BatchQuery = {},
): Promise<readonly Batch[]> {
  let query = db.selectFrom('batch').selectAll().orderBy('id', 'desc');
  if (dataset !== undefined) query = query.where('dataset', '=', dataset);
  if (state !== 'any') query = query.where('state', '=', state);
  if (olderThan !== undefined) query = query.where('id', '<', olderThan);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(batchOf);
}

/** What decides which rows count, of all committed batches: for `liveSegments`. */
export async function batchRecords(db: Kysely<LedgerSchema>): Promise<readonly BatchRecord[]> {
  const rows = await db
    .selectFrom('batch')
    .select(['id', 'dataset', 'scope', 'fromDay', 'toDay', 'receivedAt', 'undoneAt', 'replaces', 'contentHash'])
    .where('state', '=', 'committed')
    .orderBy('id')
    .execute();
  return rows.map(({ fromDay, toDay, undoneAt, ...row }) => ({
    ...row,
    from: fromDay,
    to: toDay,
    ...(undoneAt === null ? {} : { undoneAt }),
  }));
}

export async function findBatch(db: Kysely<LedgerSchema>, id: BatchId): Promise<Batch | undefined> {
  const row = await db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst();
  return row && batchOf(row);
}

/**
 * The batch that brought the same content into the dataset already and still counts; importing it again changes nothing. Without a
 * dataset: into any of the workspace.
 */
export async function findSameContent(
  db: Kysely<LedgerSchema>,
  dataset: string | undefined,
  contentHash: string,
): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('batch')
    .selectAll()
    .$if(dataset !== undefined, query => query.where('dataset', '=', dataset ?? ''))
    .where('contentHash', '=', contentHash)
    .where('state', '=', 'committed')
    .where('undoneAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && batchOf(row);
}

/** Announces a batch before any of its rows are loaded: what is left of it after a crash can then be told and removed. [LED-21] */
export async function stageBatch(change: Change, batch: NewBatch): Promise<Batch> {
  const staged: Batch = {
    ...batch,
    // A file name is whatever the sender made it; what cannot be stored or shown becomes a mark.
    fileName: batch.fileName.replace(/[\p{Cc}\p{Surrogate}]/gu, '\ufffd'),
    id: change.newId(),
    receivedAt: change.at,
    receivedBy: change.by,
    state: 'staged',
  };
  await change.db.insertInto('batch').values(rowOf(staged)).execute();
  return staged;
}

/** Makes a staged batch count, with the rows that were loaded. Only this is journalled: what never counted never happened. */
export async function commitBatch(change: Change, id: BatchId, rows: number): Promise<Batch> {
  const staged = await findBatch(change.db, id);
  if (staged?.state !== 'staged') throw new Error(`batch ${id} is not staged`);
  const committed: Batch = { ...staged, rows, state: 'committed' };
  await change.db.updateTable('batch').set({ state: 'committed', rows }).where('id', '=', id).execute();
  await change.record({ action: 'batch-imported', type: 'batch', id, before: null, after: committed });
  return committed;
}

/** Removes the announcement of a batch that came to nothing. */
export async function forgetStaged(change: Change, id: BatchId): Promise<void> {
  await change.db.deleteFrom('batch').where('id', '=', id).where('state', '=', 'staged').execute();
}

/** Takes a batch back: from now on its rows do not count, and what it had replaced counts again. [LED-22] */
export async function undoBatch(change: Change, id: BatchId): Promise<Written<Batch>> {
  const before = await findBatch(change.db, id);
  if (before?.state !== 'committed') return { kind: 'missing' };
  if (before.undoneAt !== undefined) return { kind: 'conflict', current: before };
  await change.db.updateTable('batch').set({ undoneAt: change.at, undoneBy: change.by }).where('id', '=', id).execute();
  const after: Batch = { ...before, undoneAt: change.at, undoneBy: change.by };
  await change.record({ action: 'batch-undone', type: 'batch', id, before, after });
  return written(after);
}

/** Why rows went out of a batch for good. */
export type TakenOut = 'person-erased' | 'rows-expired';

/** What a batch is after rows were taken out of it. */
export type RewrittenBatch = Pick<Batch, 'fileHash' | 'decision' | 'rows' | 'totals'> & Partial<Pick<Batch, 'from'>>;

/**
 * Makes a batch be of another kept file with fewer rows. Its content hash stays, so that the file it once was is still known as imported
 * and does not bring back what was taken out; lines that were skipped are told by their number only. [PPL-02]
 */
export async function rewriteBatch(
  change: Change,
  why: TakenOut,
  id: BatchId,
  { fileHash, decision, rows, totals, from }: RewrittenBatch,
): Promise<void> {
  const before = await findBatch(change.db, id);
  if (!before) throw new Error(`no batch ${id}`);
  const skipped = { ...before.skipped, lines: [], bad: [] };
  const set = { fileHash, decision: toJson(decision), rows, totals: toJson(totals), skipped: toJson(skipped) };
  const first = from === undefined || from <= before.from ? {} : { fromDay: from };
  await change.db
    .updateTable('batch')
    .set({ ...set, ...first })
    .where('id', '=', id)
    .execute();
  const counts = { file: before.fileHash, rows: before.rows };
  await change.record({ action: why, type: 'batch', id, before: counts, after: { file: fileHash, rows } });
}

/** Removes a batch of which nothing is left. */
export async function removeBatch(change: Change, why: TakenOut, id: BatchId): Promise<void> {
  const before = await findBatch(change.db, id);
  await change.db.deleteFrom('batch').where('id', '=', id).execute();
  await change.record({
    action: why,
    type: 'batch',
    id,
    before: { file: before?.fileHash, rows: before?.rows },
    after: null,
  });
}

/** Whether any batch was made from the kept file. */
export async function isFileUsed(db: Kysely<LedgerSchema>, fileHash: string): Promise<boolean> {
  const row = await db.selectFrom('batch').select('id').where('fileHash', '=', fileHash).executeTakeFirst();
  return row !== undefined;
}

function rowOf({ from, to, skipped, totals, decision, undoneAt, undoneBy, ...batch }: Batch): BatchTable {
  return {
    ...batch,
    mapping: decision.mapping.source.id,
    mappingVersion: decision.mapping.source.version,
    fromDay: from,
    toDay: to,
    skipped: toJson(skipped),
    totals: toJson(totals),
    decision: toJson(decision),
    undoneAt: undoneAt ?? null,
    undoneBy: undoneBy ?? null,
  };
}

function batchOf(row: Selectable<BatchTable>): Batch {
  const { mapping: _, mappingVersion: __, fromDay, toDay, skipped, totals, decision, undoneAt, undoneBy, ...batch } = row;
  return {
    ...batch,
    from: fromDay,
    to: toDay,
    skipped: fromJson(skipped),
    totals: fromJson(totals),
    decision: fromJson(decision),
    ...(undoneAt === null ? {} : { undoneAt }),
    ...(undoneBy === null ? {} : { undoneBy }),
  };
}
