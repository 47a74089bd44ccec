import { readFreshness } from '#engine/app/freshness.ts';
import { datasetsOf } from '#engine/importing/rebuild-data.ts';
import { listBatches } from '#engine/ledger/batch-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { value } from '../reply.ts';

export const datasetHandlers: HandlersOf<'datasets'> = {
  datasets: async (_, { app }) => {
    const known = await knownAt(app);
    const batches = await listBatches(app.workspace.ledger.db);
    const datasets = await datasetsOf(app, batches.toReversed());
    const found = [];
    for (const source of await readFreshness(app, known)) {
      const dataset = datasets.get(source.dataset);
      if (!dataset) continue;
      found.push({
        ...source,
        kind: dataset.kind,
        columns: dataset.columns,
        rows: await app.warehouse.rowCount(source.dataset),
        defined: known.metrics.definitions.datasets.has(source.dataset),
      });
    }
    return value({ datasets: found });
  },
};
