import { undoImport } from '#engine/importing/undo-import.ts';
import { findBatch, listBatches } from '#engine/ledger/batch-store.ts';
import { recordBatchLook } from '#engine/people/record-look.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, missing, problems, value } from '../reply.ts';
import { batchViews, oneBatchView } from './batch-view.ts';

export const batchHandlers: HandlersOf<'batches' | 'oneBatch' | 'undoBatch'> = {
  batches: async ({ dataset, 'older-than': olderThan, limit }, { app }) => {
    const query = { limit, ...(dataset === undefined ? {} : { dataset }), ...(olderThan === undefined ? {} : { olderThan }) };
    return value({ batches: await batchViews(app, await listBatches(app.workspace.ledger.db, query)) });
  },

  oneBatch: async ({ batch: id }, { app, by }) => {
    const batch = await findBatch(app.workspace.ledger.db, id);
    if (batch?.state !== 'committed') return missing(id);
    await recordBatchLook(app, by, batch);
    return value({ batch: await oneBatchView(app, batch) });
  },

  undoBatch: async ({ batch: id }, { app, by }) => {
    const written = await undoImport(app, by, id);
    switch (written.kind) {
      case 'written':
        return value({ batch: await oneBatchView(app, written.value) });
      case 'conflict':
        return conflict({ current: await oneBatchView(app, written.current) });
      case 'refused':
        return problems(written.problems);
      case 'missing':
        return missing(id);
    }
  },
};
