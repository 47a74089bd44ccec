import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { peopleProblem } from '#core/measure/personal/people-messages.ts';
import { failed, ok, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { recordAccess } from '../ledger/access-store.ts';
import type { Batch } from '../ledger/batch.ts';
import { listBatches } from '../ledger/batch-store.ts';
import { checkedKeptFile } from '../workspace/kept-file.ts';
import { filterCopy } from './filter-copy.ts';
import { inTurn } from './in-turn.ts';
import { forgetFile, readKept, removeMade, replaceKept } from './kept-batch.ts';
import { canHold, personMatch } from './person-match.ts';

/** What was found of a person and, unless it was only looked for, is gone. [PPL-01 … PPL-04] */
export interface Erasure {
  readonly batches: readonly {
    readonly batch: string;
    readonly fileName: string;
    readonly dataset: string;
    readonly rows: number;
  }[];
  readonly rows: number;
  /** Files in the workspace's folder that are older copies of it: nobody has looked into them. */
  readonly copies: readonly string[];
}

/**
 * Takes a person, by mail address or id, out of every kept file and of the rows made from them; undone imports are among them. What the
 * data store is rebuilt from later no longer holds the person. `preview` only looks.
 *
 * Each batch in turn: the file without the person is kept, the ledger is told in one change, the rows are made again. Cut short anywhere,
 * opening the workspace makes the rows from the file the ledger names (WSP-07), and erasing again finishes what was left. The store of
 * journeys is made anew before it is told.
 */
export async function erasePerson(app: App, by: string, name: string, preview: boolean): Promise<Result<Erasure>> {
  const who = name.trim();
  if (who === '') return failed([peopleProblem('person-not-named', {}, { at: ['who'] })]);
  return inTurn(app, async () => ok(await erased(app, by, who, preview)));
}

async function erased(app: App, by: string, who: string, preview: boolean): Promise<Erasure> {
  const batches = await listBatches(app.workspace.ledger.db);
  const found: Erasure['batches'][number][] = [];
  for (const file of new Set(batches.map(batch => batch.fileHash))) {
    const ofFile = batches.filter(batch => batch.fileHash === file);
    if (!ofFile.some(({ decision }) => canHold(who, decision.mapping))) continue;
    found.push(...(await eraseFromFile(app, by, who, ofFile, preview)));
  }
  if (!preview) app.cache.forget();
  const rows = found.reduce((sum, one) => sum + one.rows, 0);
  const kind = preview ? 'searched' : 'erased';
  await app.workspace.ledger.change(by, change => recordAccess(change, { kind, subject: '', columns: [], rows }));
  if (!preview) await app.journeys.engine(app);
  return { batches: found, rows, copies: olderCopies(app) };
}

/** All tables of one received file: when one of them names the person, none of them may rest on that file any longer. */
async function eraseFromFile(app: App, by: string, who: string, batches: readonly Batch[], preview: boolean) {
  const filtered: { readonly batch: Batch; readonly path: string; readonly removed: number }[] = [];
  try {
    for (const batch of batches) filtered.push({ batch, ...(await copyWithout(app, who, batch)) });
    if (filtered.every(({ removed }) => removed === 0)) return [];
    if (!preview) {
      for (const { batch, path, removed } of filtered) await replaceKept(app, by, 'person-erased', batch, path, removed);
      await forgetFile(app, by, batches[0]?.fileHash ?? '');
    }
    return filtered
      .filter(({ removed }) => removed > 0)
      .map(({ batch: { id, fileName, dataset }, removed }) => ({ batch: id, fileName, dataset, rows: removed }));
  } finally {
    for (const { path } of filtered) await rm(path, { force: true });
  }
}

/** The kept copy of a batch's table without the person's rows, in the staging folder. */
async function copyWithout(app: App, who: string, batch: Batch): Promise<{ readonly path: string; readonly removed: number }> {
  const { paths, key } = app.workspace;
  const { mapping } = batch.decision;
  const copy = await readKept(
    app,
    batch,
    await checkedKeptFile(paths, batch.fileHash),
    { ...batch.decision, keep: 'rewritten' },
    'copy',
  );
  const path = join(paths.staging, `${batch.id}.erased.csv`);
  try {
    const removed = await filterCopy(copy?.kept.path ?? '', path, headings => personMatch(who, mapping, key, headings));
    return { path, removed };
  } finally {
    if (copy) await removeMade(copy);
  }
}

/** Copies that upgrades and damage have left beside the stores. */
function olderCopies({ workspace }: App): readonly string[] {
  return readdirSync(workspace.paths.dir)
    .filter(name => /^ledger-before-|^warehouse\..*(?:damaged|quarantine|aside|old)/.test(name))
    .toSorted();
}
