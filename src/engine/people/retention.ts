import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '#core/calendar/day.ts';
import { firstKeptDay, type Retention, retentionFrom } from '#core/measure/personal/retention.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { todayOf } from '../app/moment.ts';
import { recordAccess } from '../ledger/access-store.ts';
import type { Batch } from '../ledger/batch.ts';
import { listBatches, removeBatch } from '../ledger/batch-store.ts';
import { putSetting, readSetting } from '../ledger/setting-store.ts';
import { checkedKeptFile } from '../workspace/kept-file.ts';
import { expiredRows } from './expired-rows.ts';
import { filterCopy } from './filter-copy.ts';
import { inTurn } from './in-turn.ts';
import { forgetFile, readKept, removeMade, replaceKept } from './kept-batch.ts';

const KEY = 'retention';

/** What is too old to be kept and, unless it was only looked for, is gone. [PPL-05] */
export interface Expiry {
  readonly batches: readonly {
    readonly batch: string;
    readonly fileName: string;
    readonly dataset: string;
    readonly rows: number;
    /** The first day that is kept. */
    readonly before: Day;
    /** Nothing of the import is left. */
    readonly whole: boolean;
  }[];
  readonly rows: number;
}

export async function readRetention(app: App): Promise<Retention> {
  return retentionFrom(await readSetting(app.workspace.ledger.db, 'workspace', KEY));
}

export async function putRetention(app: App, by: string, retention: Retention): Promise<void> {
  await app.workspace.ledger.change(by, change => putSetting(change, 'workspace', KEY, retention));
}

/**
 * Takes out of kept files, rows and imports what is older than the retention says; undone imports too. `preview` only looks.
 * File by file as when a person is erased: cut short anywhere, the next run finishes what was left. [PPL-05]
 */
export async function applyRetention(app: App, by: string, retention: Retention, preview: boolean): Promise<Expiry> {
  return inTurn(app, () => expire(app, by, retention, preview));
}

async function expire(app: App, by: string, retention: Retention, preview: boolean): Promise<Expiry> {
  const { calendar } = await readAppSettings(app);
  const today = todayOf(app, calendar);
  const firstKept = (batch: Batch) => firstKeptDay(retention, batch.dataset, today, calendar);
  const batches = await listBatches(app.workspace.ledger.db);
  const found: Expiry['batches'][number][] = [];
  for (const file of new Set(batches.map(batch => batch.fileHash))) {
    const ofFile = batches.filter(batch => batch.fileHash === file);
    if (ofFile.some(batch => batch.from < (firstKept(batch) ?? '')))
      found.push(...(await expireFile(app, by, ofFile, firstKept, preview)));
  }
  if (!preview && found.length > 0) {
    app.cache.forget();
    await app.workspace.ledger.change(by, async change => {
      for (const { dataset, rows } of found) await recordAccess(change, { kind: 'expired', subject: dataset, columns: [], rows });
    });
    await app.journeys.engine(app);
  }
  return { batches: found, rows: found.reduce((sum, { rows }) => sum + rows, 0) };
}

/** All tables of one received file: when one of them loses rows, none may rest on that file any longer. */
async function expireFile(
  app: App,
  by: string,
  batches: readonly Batch[],
  firstKept: (batch: Batch) => Day | undefined,
  preview: boolean,
): Promise<Expiry['batches']> {
  const cuts: { readonly batch: Batch; readonly before: Day | undefined; readonly path: string; readonly rows: number }[] = [];
  const whole = batches.filter(batch => batch.to < (firstKept(batch) ?? ''));
  try {
    for (const batch of batches.filter(one => !whole.includes(one))) cuts.push(await cutCopy(app, batch, firstKept(batch)));
    const cut = cuts.filter(({ rows }) => rows > 0);
    if (whole.length === 0 && cut.length === 0) return [];
    if (!preview) {
      for (const { batch, path, rows, before } of cuts) await replaceKept(app, by, 'rows-expired', batch, path, rows, before);
      for (const { id } of whole) {
        await app.workspace.ledger.change(by, change => removeBatch(change, 'rows-expired', id));
        await app.warehouse.drop(id);
      }
      await forgetFile(app, by, batches[0]?.fileHash ?? '');
    }
    return [
      ...whole.flatMap(batch => entry(batch, batch.rows, firstKept(batch), true)),
      ...cut.flatMap(({ batch, rows, before }) => entry(batch, rows, before, rows === batch.rows)),
    ];
  } finally {
    for (const { path } of cuts) await rm(path, { force: true });
  }
}

function entry({ id, fileName, dataset }: Batch, rows: number, before: Day | undefined, whole: boolean): Expiry['batches'] {
  return before === undefined ? [] : [{ batch: id, fileName, dataset, rows, before, whole }];
}

/** The kept copy of a table without the lines that are too old, in the staging folder. */
async function cutCopy(app: App, batch: Batch, before: Day | undefined) {
  const { paths } = app.workspace;
  const kept = await checkedKeptFile(paths, batch.fileHash);
  const copy = await readKept(app, batch, kept, { ...batch.decision, keep: 'rewritten' }, 'copy');
  if (!copy) throw new Error(`a kept file without rows: ${batch.id}`);
  const path = join(paths.staging, `${batch.id}.expired.csv`);
  try {
    const expired = before === undefined ? { lines: [], rows: 0 } : await expiredRows(copy.stagingPath, copy.dataset, before);
    let place = 0;
    await filterCopy(copy.kept.path ?? '', path, () => () => expired.lines[place++] ?? false);
    if (before !== undefined && place !== expired.lines.length) throw new Error(`copy and rows differ: ${batch.id}`);
    return { batch, before: expired.rows > 0 ? before : undefined, path, rows: expired.rows };
  } finally {
    await removeMade(copy);
  }
}
