import type { BatchId } from '#core/measure/live-segments.ts';
import { EngineError } from '../engine-error.ts';
import type { Batch } from '../ledger/batch.ts';
import { listBatches } from '../ledger/batch-store.ts';
import type { BatchRows } from './batch-rows.ts';
import { checkedKeptFile } from './kept-file.ts';
import { takeBack } from './take-back.ts';
import type { Workspace } from './workspace.ts';

/** What bringing ledger and warehouse into step has done. */
export interface Recovery {
  /** Imports that were cut short and have been removed. */
  readonly takenBack: readonly BatchId[];
  /** Rows of batches that the ledger does not know: it was restored from an older backup. */
  readonly dropped: readonly BatchId[];
  /** Rows that the warehouse had lost, made again from the kept files. */
  readonly reloaded: readonly BatchId[];
  /** Batches that count, but whose rows are missing and could not be made again this time. */
  readonly missing: readonly { readonly batch: Batch; readonly error: EngineError }[];
}

/**
 * Brings warehouse and ledger into step when a workspace is opened, whatever was cut short before. The ledger is what counts:
 * its committed batches must all be in the warehouse, with all of their rows, and nothing else may be. [WSP-07]
 * Undone batches stay in, because the past as it was known then is made of them.
 */
export async function recoverImports(workspace: Workspace, rows: BatchRows): Promise<Recovery> {
  const batches = (await listBatches(workspace.ledger.db, { state: 'any' })).toReversed();
  const staged = batches.filter(({ state }) => state === 'staged').map(({ id }) => id);
  await takeBack(workspace, rows, staged);
  const committed = batches.filter(({ state }) => state === 'committed');
  const known = new Set(committed.map(({ id }) => id));
  const present = new Map<BatchId, number>();
  const dropped: BatchId[] = [];
  for (const { batch, rows: count } of await rows.batches()) {
    if (known.has(batch)) present.set(batch, count);
    else {
      await rows.drop(batch);
      dropped.push(batch);
    }
  }
  const reloaded: BatchId[] = [];
  const missing: { readonly batch: Batch; readonly error: EngineError }[] = [];
  for (const batch of committed) {
    if (present.get(batch.id) === batch.rows) continue;
    const error = await reload(workspace, rows, batch, present.has(batch.id));
    if (error) missing.push({ batch, error });
    else reloaded.push(batch.id);
  }
  return { takenBack: staged, dropped, reloaded, missing };
}

async function reload(
  workspace: Workspace,
  rows: BatchRows,
  batch: Batch,
  isPartlyIn: boolean,
): Promise<EngineError | undefined> {
  try {
    const file = await checkedKeptFile(workspace.paths, batch.fileHash);
    if (isPartlyIn) await rows.drop(batch.id);
    await rows.reload(batch, file);
    return undefined;
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}
