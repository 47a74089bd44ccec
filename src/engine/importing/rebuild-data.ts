import { rm } from 'node:fs/promises';
import type { Dataset } from '#core/measure/dataset.ts';
import { ok } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { readMetricDefinitions } from '../app/metric-definitions.ts';
import { normaliseFile } from '../ingest/import-file.ts';
import type { Batch } from '../ledger/batch.ts';
import { listBatches } from '../ledger/batch-store.ts';
import { checkedKeptFile } from '../workspace/kept-file.ts';
import { workspaceFailure } from '../workspace/workspace-messages.ts';
import { datasetUnion } from './dataset-union.ts';
import type { Job } from './jobs.ts';
import { newId } from './new-id.ts';

/** Makes the data store anew from the kept files; until it is complete, the old one is the one in use. [DAT-06] */
export function rebuildData(app: App): Job {
  return app.importing.jobs.start(newId(app), 'rebuild', app.effects.now(), async ({ signal, onProgress }) => {
    const batches = (await listBatches(app.workspace.ledger.db)).toReversed();
    const datasets = await datasetsOf(app, batches);
    await app.warehouse.rebuild({
      datasets: [...datasets.values()],
      loads: loads(app, batches, datasets, signal),
      onProgress: done => onProgress(batches.length === 0 ? null : done / batches.length),
      signal,
    });
    app.cache.forget();
    return ok({ kind: 'rebuilt', batches: batches.length });
  });
}

/** The datasets of metrics.yaml, with all columns that any batch has brought, and the datasets that only batches know. */
export async function datasetsOf(app: App, batches: readonly Batch[]): Promise<ReadonlyMap<string, Dataset>> {
  const { definitions } = await readMetricDefinitions(app, await readAppSettings(app));
  const found = new Map<string, Dataset>([...definitions.datasets].map(([id, { dataset }]) => [id, dataset]));
  for (const { decision } of batches) {
    const { dataset } = decision.mapping;
    found.set(dataset.id, datasetUnion(found.get(dataset.id), dataset));
  }
  return found;
}

async function* loads(app: App, batches: readonly Batch[], datasets: ReadonlyMap<string, Dataset>, signal: AbortSignal) {
  const { paths, key } = app.workspace;
  const { calendar } = await readAppSettings(app);
  for (const { id, fileHash, fileName, decision } of batches) {
    const kept = await checkedKeptFile(paths, fileHash);
    const options = { name: fileName, decision, calendar, outDir: paths.staging, outName: id, hashKey: key };
    const read = await normaliseFile(kept, options, { signal });
    if (!read.ok) throw workspaceFailure('kept-file-unreadable', { file: kept, codes: read.problems.map(({ code }) => code) });
    const { dataset, stagingPath, kept: copy } = read.value;
    try {
      yield { batch: id, dataset: datasets.get(dataset.id) ?? dataset, file: stagingPath };
    } finally {
      await rm(stagingPath, { force: true });
      if (copy.path !== null) await rm(copy.path, { force: true });
    }
  }
}
