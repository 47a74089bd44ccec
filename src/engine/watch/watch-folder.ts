import { createReadStream } from 'node:fs';
import { access, constants, link, lstat, mkdir, readdir, rename, unlink, writeFile } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { programAuthor } from '#core/act/program-author.ts';
import type { Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { engineErrorsOf } from '../engine-error.ts';
import { importReceived } from '../importing/import-received.ts';
import type { JobResult } from '../importing/jobs.ts';
import { receiveFile } from '../importing/receive-upload.ts';
import { NO_CHOICES } from '../importing/uploads.ts';
import type { Batch } from '../ledger/batch.ts';
import { findBatch } from '../ledger/batch-store.ts';
import { type Drop, dropReport } from './drop-report.ts';
import { isPassedOver, type Look, SettledFiles } from './settled-files.ts';
import { watchMessages } from './watch-messages.ts';

/** A folder that is being watched. */
export interface Watch {
  readonly folder: string;
  /** Looks once and works in what has settled; how many files were. */
  look(): Promise<number>;
  /** Ends looking; waits for the file that is being worked in. */
  stop(): Promise<void>;
}

export interface WatchOptions {
  readonly folder: string;
  /** Milliseconds between looks, and during which a file must not change. */
  readonly every?: number;
  /** Told of a failure of the machine; the file stays and is tried again. */
  readonly onFailure?: (error: unknown) => void;
}

const EVERY_MS = 2_000;
const MOST_BYTES = 2 * 1024 ** 3;
const DONE = 'done';
const REFUSED = 'refused';
/** In whose name dropped files come in. */
export const WATCHER = programAuthor('folder', 'watched');

const failure = engineErrorsOf(watchMessages);

/** Watches a folder: files that have settled are imported as they are recognised, and moved. [WAT-01 … WAT-04] */
export async function watchFolder(app: App, options: WatchOptions): Promise<Watch> {
  const folder = resolve(options.folder);
  await prepare(app, folder);
  const every = options.every ?? EVERY_MS;
  const settled = new SettledFiles(every);
  let turn = Promise.resolve(0);
  let isStopped = false;
  const look = (): Promise<number> => {
    turn = turn
      .catch(() => 0)
      .then(async () => {
        let worked = 0;
        for (const file of settled.look(await filesIn(folder), performance.now())) {
          if (isStopped) break;
          await workIn(app, folder, file);
          worked += 1;
        }
        return worked;
      });
    return turn;
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => options.onFailure?.(error));
  }, every);
  timer.unref();
  return {
    folder,
    look,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await turn.catch(() => 0);
    },
  };
}

/** Where files are put when nobody says otherwise. */
export function usualInbox({ workspace }: Pick<App, 'workspace'>): string {
  return join(workspace.paths.dir, 'inbox');
}

async function prepare(app: App, folder: string): Promise<void> {
  const inside = relative(app.workspace.paths.dir, folder);
  const isOwn = !inside.startsWith('..') && inside.split(/[\\/]/)[0] !== 'inbox';
  if (isOwn) throw failure('watch-own-folder', { folder });
  try {
    if (folder === resolve(usualInbox(app))) await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK);
    for (const name of [DONE, REFUSED]) await mkdir(join(folder, name), { recursive: true });
  } catch (error) {
    throw failure('watch-folder', { folder, code: codeOf(error) }, error);
  }
}

/** Plain files only: no links, so that nothing outside the folder is read. */
async function filesIn(folder: string): Promise<readonly Look[]> {
  const found: Look[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || isPassedOver(entry.name)) continue;
    const info = await lstat(join(folder, entry.name)).catch(() => undefined);
    if (info?.isFile()) found.push({ name: entry.name, bytes: info.size, changedAt: info.mtimeMs });
  }
  return found;
}

async function workIn(app: App, folder: string, { name, bytes, changedAt }: Look): Promise<void> {
  const path = join(folder, name);
  const received = await receiveFile(app, createReadStream(path), MOST_BYTES);
  const now = await lstat(path).catch(() => undefined);
  if (!received || now?.size !== bytes || now.mtimeMs !== changedAt) return;
  const drop = await dropOf(app, await importReceived(app, { name, received, by: WATCHER, choices: NO_CHOICES }));
  const target = await moved(path, join(folder, drop.kind === 'imported' ? DONE : REFUSED), name);
  await writeFile(`${target}.report.txt`, dropReport(name, app.effects.now(), drop), { flag: 'wx' });
}

async function dropOf(app: App, result: Result<JobResult>): Promise<Drop> {
  if (!result.ok) return { kind: 'refused', problems: result.problems };
  const { value } = result;
  const batches = value.kind === 'imported' ? await batchesOf(app, value.imported) : [];
  const known = value.kind === 'imported' ? await batchesOf(app, value.duplicates) : [];
  return { kind: 'imported', batches, known, notes: result.problems };
}

async function batchesOf(app: App, ids: readonly string[]): Promise<readonly Batch[]> {
  const found = await Promise.all(ids.map(id => findBatch(app.workspace.ledger.db, id)));
  return found.filter(batch => batch !== undefined);
}

/** Moves a file to a name that nothing has yet: `売上.csv`, `売上-2.csv` … A hard link never takes another file's place. */
async function moved(path: string, folder: string, name: string): Promise<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 1; ; number += 1) {
    const target = join(folder, number === 1 ? name : `${stem}-${number}${ending}`);
    try {
      await lstat(`${target}.report.txt`).then(
        () => Promise.reject(Object.assign(new Error('taken'), { code: 'EEXIST' })),
        () => undefined,
      );
      await link(path, target);
      await unlink(path);
      return target;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') continue;
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
      const isTaken = await lstat(target).then(
        () => true,
        () => false,
      );
      if (isTaken) continue;
      await rename(path, target);
      return target;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
