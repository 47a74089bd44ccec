import { rmSync } from 'node:fs';
import type { BatchId } from '#core/measure/live-segments.ts';
import { findBatch, forgetStaged, isFileUsed } from '../ledger/batch-store.ts';
import type { BatchRows } from './batch-rows.ts';
import { keptFilePath } from './kept-file.ts';
import type { Workspace } from './workspace.ts';

/**
 * Removes what batches that never counted have left: first their rows, then the announcement together with the kept file, unless
 * another batch was made from the same bytes. Repeating it changes nothing, so a crash on the way does no harm. [WSP-05]
 */
export async function takeBack(workspace: Workspace, rows: Pick<BatchRows, 'drop'>, ids: readonly BatchId[]): Promise<void> {
  for (const id of ids) await rows.drop(id);
  for (const id of ids) {
    await workspace.ledger.change('system', async change => {
      const staged = await findBatch(change.db, id);
      if (staged?.state !== 'staged') return;
      await forgetStaged(change, id);
      // Inside the change: an import of the same bytes cannot announce itself between looking and removing.
      if (!(await isFileUsed(change.db, staged.fileHash)))
        rmSync(keptFilePath(workspace.paths, staged.fileHash), { force: true });
    });
  }
}
