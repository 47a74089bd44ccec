import { actProblem } from '#core/act/act-messages.ts';
import type { Decision, NormalisedBatch } from '#core/measure/recognise/inspection.ts';
import { failed, ok, type Result } from '#core/problem/problem.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { BatchImport } from './import-batches.ts';

/** A received file, as it came. */
export interface Received {
  readonly path: string;
  /** Name it came with. */
  readonly name: string;
  /** The decision it was read by. */
  readonly decision: Decision;
}

/**
 * Makes a table that was read into an import: room for its dataset in the warehouse, and all that the ledger keeps of it. [WSP-06]
 * Problems: no rows, or columns that have another type in the warehouse already. The staging files are the caller's to remove.
 */
export async function prepareImport(
  warehouse: Pick<Warehouse, 'createDataset' | 'load'>,
  normalised: NormalisedBatch,
  received: Received,
): Promise<Result<BatchImport>> {
  const { period, statistics, kept, dataset } = normalised;
  if (period === null || statistics.rows === 0) return failed([actProblem('import-no-rows', { file: received.name })]);
  const created = await warehouse.createDataset(dataset);
  if (!created.ok) return failed(created.problems);
  const keep = kept.path ?? received.path;
  const batch = {
    dataset: dataset.id,
    ...period,
    scope: normalised.scope,
    replaces: normalised.replaces,
    contentHash: normalised.contentHash,
    fileName: received.name,
    receivedHash: normalised.sha256,
    fileHash: kept.sha256,
    encoding: received.decision.mapping.format.encoding ?? '',
    rows: statistics.rows,
    skipped: statistics.skipped,
    totals: statistics.totals,
    decision: kept.decision,
  };
  return ok(
    { batch, keep, load: id => warehouse.load({ batch: id, dataset, file: normalised.stagingPath }) },
    normalised.problems,
  );
}
