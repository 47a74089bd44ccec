import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Day } from '#core/calendar/day.ts';
import type { NormalisedBatch } from '#core/measure/recognise/inspection.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { normaliseFile } from '../ingest/import-file.ts';
import { decisionForCopy } from '../ingest/kept-copy.ts';
import type { Batch } from '../ledger/batch.ts';
import { isFileUsed, removeBatch, rewriteBatch, type TakenOut } from '../ledger/batch-store.ts';
import { fileHash, keepFile, keptFilePath } from '../workspace/kept-file.ts';
import { warehouseRows } from '../workspace/warehouse-rows.ts';
import { workspaceFailure } from '../workspace/workspace-messages.ts';

/**
 * Makes a batch anew from a copy of its table with fewer rows: the copy is kept, the ledger told, the rows made again.
 * `from`: the first day it speaks for from now on. [PPL-02]
 */
export async function replaceKept(
  app: App,
  by: string,
  why: TakenOut,
  batch: Batch,
  path: string,
  removed: number,
  from?: Day,
): Promise<void> {
  const { ledger, paths } = app.workspace;
  const decision = decisionForCopy(batch.decision);
  const left = await readKept(app, batch, path, decision, 'left');
  if (!left) {
    await ledger.change(by, change => removeBatch(change, why, batch.id));
    await app.warehouse.drop(batch.id);
    return;
  }
  try {
    const hash = await fileHash(path);
    await keepFile(paths, path, hash);
    const { rows, totals } = left.statistics;
    await ledger.change(by, change =>
      rewriteBatch(change, why, batch.id, { fileHash: hash, decision, rows, totals, ...(from ? { from } : {}) }),
    );
    if (removed === 0) return;
    await app.warehouse.drop(batch.id);
    const { calendar } = await readAppSettings(app);
    await warehouseRows(app.warehouse, app.workspace, calendar).reload({ ...batch, decision }, keptFilePath(paths, hash));
  } finally {
    await removeMade(left);
  }
}

/** Reads the kept table of a batch into a staging file, and into a copy where the decision asks for one. Undefined where no row is left. */
export async function readKept(
  app: App,
  { id, fileName }: Batch,
  file: string,
  decision: Batch['decision'],
  step: string,
): Promise<NormalisedBatch | undefined> {
  const { paths, key } = app.workspace;
  const { calendar } = await readAppSettings(app);
  const options = { name: fileName, decision, calendar, outDir: paths.staging, outName: `${id}-${step}`, hashKey: key };
  const made = await normaliseFile(file, options);
  if (made.ok) return made.value;
  if (step === 'left' && made.problems.every(({ code }) => code === 'no-rows')) return undefined;
  throw workspaceFailure('kept-file-unreadable', { file, codes: made.problems.map(({ code }) => code) });
}

export async function removeMade({ stagingPath, kept }: NormalisedBatch): Promise<void> {
  await rm(stagingPath, { force: true });
  if (kept.path !== null) await rm(kept.path, { force: true });
}

/** Removes a kept file no batch rests on any longer. */
export async function forgetFile(app: App, by: string, hash: string): Promise<void> {
  await app.workspace.ledger.change(by, async change => {
    // Inside the change: an import of the same bytes cannot announce itself between looking and removing.
    if (!(await isFileUsed(change.db, hash))) rmSync(keptFilePath(app.workspace.paths, hash), { force: true });
  });
}
