import type { BatchId } from '#core/measure/live-segments.ts';
import type { Batch, NewBatch } from '../ledger/batch.ts';
import { commitBatch, findSameContent, stageBatch } from '../ledger/batch-store.ts';
import type { Change } from '../ledger/change.ts';
import type { BatchRows } from './batch-rows.ts';
import { keepFile } from './kept-file.ts';
import { takeBack } from './take-back.ts';
import type { Workspace } from './workspace.ts';

/** One batch to import: what it is, the file to keep for it, and how its rows get into the warehouse. */
export interface BatchImport {
  readonly batch: NewBatch;
  /**
   * The same content in any dataset of the workspace is the same: nobody has chosen this one, it is called after the file. A renamed
   * copy would count twice.
   */
  readonly anyDataset?: boolean;
  /** The bytes to keep; their hash is `batch.fileHash`. */
  readonly keep: string;
  /** Brings the rows in under this id, all or none. */
  readonly load: (id: BatchId) => Promise<{ readonly rows: number }>;
}

/** What became of one of the batches. */
export type ImportedBatch =
  | { readonly kind: 'imported'; readonly batch: Batch }
  /** This content is there already; nothing was changed. */
  | { readonly kind: 'duplicate'; readonly of: Batch };

/**
 * Imports batches together: afterwards all of them count, or, when anything fails, none. [WSP-05, WSP-06]
 *
 * Order  1 announce in the ledger (`staged`) · 2 keep the files · 3 bring the rows into the warehouse · 4 commit in the ledger.
 *        Rows count only when the ledger says `committed`, so all become visible in one moment, at 4.
 * Fails  with the error of the step; what had been done is taken back, or, when that fails too, at the next opening.
 */
export async function importBatches(
  workspace: Workspace,
  rows: Pick<BatchRows, 'drop'>,
  by: string,
  imports: readonly BatchImport[],
): Promise<readonly ImportedBatch[]> {
  const attempts = await announce(workspace, by, imports);
  const staged = attempts.filter(attempt => attempt.kind === 'staged');
  try {
    for (const { source } of attempts.filter(bringsFile)) await keepFile(workspace.paths, source.keep, source.batch.fileHash);
    const loaded = new Map<BatchId, number>();
    for (const { id, source } of staged) loaded.set(id, (await source.load(id)).rows);
    const results = await commit(workspace, by, attempts, loaded);
    const superfluous = staged.filter(attempt => results[attempts.indexOf(attempt)]?.kind === 'duplicate');
    await takeBack(workspace, rows, superfluous.map(idOf));
    return results;
  } catch (error) {
    // The reason of the failure is what the user needs; a second one on the way back is met again at the next opening.
    await takeBack(workspace, rows, staged.map(idOf)).catch(() => {});
    throw error;
  }
}

type Attempt = { readonly kind: 'duplicate'; readonly of: Batch; readonly source: BatchImport } | Staged;

interface Staged {
  readonly kind: 'staged';
  readonly id: BatchId;
  readonly source: BatchImport;
}

function idOf({ id }: Staged): BatchId {
  return id;
}

/** The very file of a batch that is there already is kept once more, which mends a kept file that was lost or damaged. */
function bringsFile(attempt: Attempt): boolean {
  return attempt.kind === 'staged' || attempt.of.fileHash === attempt.source.batch.fileHash;
}

function announce(workspace: Workspace, by: string, imports: readonly BatchImport[]): Promise<readonly Attempt[]> {
  return workspace.ledger.change(by, async change => {
    const attempts: Attempt[] = [];
    for (const source of imports) {
      const of = await findSame(change.db, source);
      attempts.push(
        of ? { kind: 'duplicate', of, source } : { kind: 'staged', id: (await stageBatch(change, source.batch)).id, source },
      );
    }
    return attempts;
  });
}

/** Looks for the same content once more: it may have come in meanwhile, or twice in this very group. */
function commit(
  workspace: Workspace,
  by: string,
  attempts: readonly Attempt[],
  loaded: ReadonlyMap<BatchId, number>,
): Promise<readonly ImportedBatch[]> {
  return workspace.ledger.change(by, async change => {
    const results: ImportedBatch[] = [];
    for (const attempt of attempts) {
      if (attempt.kind === 'duplicate') {
        results.push({ kind: 'duplicate', of: attempt.of });
        continue;
      }
      const of = await findSame(change.db, attempt.source);
      if (of) results.push({ kind: 'duplicate', of });
      else results.push({ kind: 'imported', batch: await commitBatch(change, attempt.id, loaded.get(attempt.id) ?? 0) });
    }
    return results;
  });
}

function findSame(db: Change['db'], { batch, anyDataset }: BatchImport): Promise<Batch | undefined> {
  return findSameContent(db, anyDataset ? undefined : batch.dataset, batch.contentHash);
}
