import { rm } from 'node:fs/promises';
import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { EngineError } from '../engine-error.ts';
import { normaliseFile } from '../ingest/import-file.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { BatchRows } from './batch-rows.ts';
import type { Workspace } from './workspace.ts';
import { workspaceFailure } from './workspace-messages.ts';

/** The warehouse as the thing that is kept in step with the ledger: rows are made again from kept files by reading them anew. */
export function warehouseRows(
  warehouse: Pick<Warehouse, 'batches' | 'drop' | 'load' | 'createDataset'>,
  { paths, key }: Pick<Workspace, 'paths' | 'key'>,
  calendar: CalendarSettings,
): BatchRows {
  return {
    batches: () => warehouse.batches(),
    drop: batch => warehouse.drop(batch),
    reload: async ({ id, fileName, decision }, keptFile) => {
      const options = { name: fileName, decision, calendar, outDir: paths.staging, outName: id, hashKey: key };
      const read = await normaliseFile(keptFile, options);
      if (!read.ok) throw unreadable(keptFile, read.problems);
      const { dataset, stagingPath, kept } = read.value;
      try {
        const created = await warehouse.createDataset(dataset);
        if (!created.ok) throw unreadable(keptFile, created.problems);
        return await warehouse.load({ batch: id, dataset, file: stagingPath });
      } finally {
        await rm(stagingPath, { force: true });
        if (kept.path !== null) await rm(kept.path, { force: true });
      }
    },
  };
}

function unreadable(file: string, problems: readonly Problem[]): EngineError {
  return workspaceFailure('kept-file-unreadable', { file, codes: problems.map(({ code }) => code) });
}
