import { rm } from 'node:fs/promises';
import type { NormalisedBatch } from '#core/measure/recognise/inspection.ts';
import { messages } from '#core/problem/problem.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { engineErrorsOf } from '../engine-error.ts';
import { normaliseFile } from '../ingest/import-file.ts';
import type { Batch } from '../ledger/batch.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { BatchRows } from '../workspace/batch-rows.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const reloadMessages = messages({
  'batch-not-remade': {
    severity: 'error',
    ja: (p: { file: string }) =>
      `保管したファイル「${p.file}」から行を作り直せませんでした。同じファイルをもう一度取り込んでください。`,
    en: (p: { file: string }) => `The rows of "${p.file}" could not be made again from its kept copy. Import the file again.`,
  },
});

const failure = engineErrorsOf(reloadMessages);

/** Keeps the data store in step with the ledger. [WSP-05] */
export function batchRows(workspace: Workspace, warehouse: Warehouse): BatchRows {
  return {
    batches: () => warehouse.batches(),
    drop: batch => warehouse.drop(batch),
    reload: async (batch, keptFile) => {
      const made = await remade(workspace, batch, keptFile);
      try {
        const created = await warehouse.createDataset(made.dataset);
        if (!created.ok) throw failure('batch-not-remade', { file: batch.fileName });
        return await warehouse.load({ batch: batch.id, dataset: made.dataset, file: made.stagingPath });
      } finally {
        await rm(made.stagingPath, { force: true });
      }
    },
  };
}

/** The rows of a batch, made again from its kept file. The staging file is the caller's to remove. */
export async function remade(
  workspace: Workspace,
  batch: Batch,
  keptFile: string,
  signal?: AbortSignal,
): Promise<NormalisedBatch> {
  const { calendar } = await readAppSettings({ workspace });
  const options = {
    name: batch.fileName,
    decision: batch.decision,
    calendar,
    outDir: workspace.paths.staging,
    outName: batch.id,
    hashKey: workspace.key,
  };
  const made = await normaliseFile(keptFile, options, signal ? { signal } : {});
  if (!made.ok) throw failure('batch-not-remade', { file: batch.fileName });
  if (made.value.kept.path !== null) await rm(made.value.kept.path, { force: true });
  return made.value;
}
