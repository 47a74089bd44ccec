import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Instant } from '#core/measure/live-segments.ts';
import { createLedger, type Ledger, openLedger } from '../ledger/ledger.ts';
import { restoreCommand } from '../ledger/ledger-messages.ts';
import { syncFolder, writeDurably } from './durable-file.ts';
import { guardFile } from './file-failure.ts';
import { type Ownership, takeOwnership } from './ownership.ts';
import { standingEffects } from './standing-clock.ts';
import { readDescription, tidiedName, writeDescription } from './workspace-description.ts';
import type { WorkspaceEffects } from './workspace-effects.ts';
import { workspaceFailure } from './workspace-messages.ts';
import { type WorkspacePaths, workspacePaths } from './workspace-paths.ts';

/** An open workspace: one organisation's folder, owned by this process. [WSP-01] */
export interface Workspace {
  readonly name: string;
  readonly createdAt: Instant;
  readonly paths: WorkspacePaths;
  readonly ledger: Ledger;
  /** The world as the workspace sees it: its clock may stand. [WSP-11] */
  readonly effects: WorkspaceEffects;
  /** Secret for the keyed hashes that stand for people; never leaves the workspace. */
  readonly key: Uint8Array;
  /** Writes down where the server answers, so that the command line finds it. */
  announce(address: string, token?: string): void;
  readonly close: () => Promise<void>;
}

const KEY_BYTES = 32;

/**
 * Makes a workspace in a new or empty folder and opens it. One that was begun and cut short is begun again; anything else that
 * lies in the folder is left alone and refused. [WSP-02]
 */
export async function createWorkspace(dir: string, name: string, effects: WorkspaceEffects): Promise<Workspace> {
  const paths = workspacePaths(resolve(dir));
  guardFile(paths.dir, () => mkdirSync(paths.dir, { recursive: true }));
  refuseUnlessFree(paths);
  writeDurably(paths.unfinished, '');
  const ownership = await takeOwnership(paths, effects);
  return owning(ownership, paths, async () => {
    // Someone else may have made it while this process waited for its turn.
    refuseUnlessFree(paths);
    removeHalfMade(paths);
    mkdirSync(paths.files);
    mkdirSync(paths.staging);
    writeDurably(paths.key, effects.random(KEY_BYTES), 0o600);
    const ledger = await createLedger(paths.ledger, effects);
    const description = { name: tidiedName(name) || basename(paths.dir), createdAt: effects.now() };
    writeDescription(paths, description);
    rmSync(paths.unfinished);
    syncFolder(paths.dir);
    return { ...description, effects, ledger, key: readKey(paths) };
  });
}

/**
 * Opens a workspace and takes ownership of it. Imports that were cut short are brought to an end with `recoverImports`, once the
 * warehouse is open too. Throws when it is missing, in use, damaged, or made by a newer version; nothing is changed then.
 */
export async function openWorkspace(dir: string, effects: WorkspaceEffects): Promise<Workspace> {
  const paths = workspacePaths(resolve(dir));
  const description = readDescription(paths);
  const standing = standingEffects(effects, description.clock);
  const ownership = await takeOwnership(paths, effects);
  return owning(ownership, paths, async () => {
    const key = readKey(paths);
    const ledger = await openLedger(paths.ledger, standing);
    removeLeftovers(paths);
    return { name: description.name, createdAt: description.createdAt, effects: standing, ledger, key };
  });
}

async function owning(
  ownership: Ownership,
  paths: WorkspacePaths,
  open: () => Promise<Pick<Workspace, 'name' | 'createdAt' | 'effects' | 'ledger' | 'key'>>,
): Promise<Workspace> {
  try {
    const opened = await open();
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => {
      closing ??= opened.ledger.close().finally(ownership.release);
      return closing;
    };
    return { ...opened, paths, announce: ownership.announce, close };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

/** Only the marker tells a half-made workspace from somebody's folder. */
function refuseUnlessFree(paths: WorkspacePaths): void {
  const found = readdirSync(paths.dir);
  if (found.includes(basename(paths.description))) throw workspaceFailure('workspace-exists', { dir: paths.dir });
  const [first] = found;
  if (first === undefined || found.includes(basename(paths.unfinished))) return;
  throw workspaceFailure('workspace-not-empty', { dir: paths.dir, found: first });
}

/** Received files are never removed here: a folder that holds some is no half-made workspace, whatever the marker says. */
function removeHalfMade(paths: WorkspacePaths): void {
  try {
    if (existsSync(paths.files)) rmdirSync(paths.files);
  } catch (error) {
    throw workspaceFailure('workspace-not-empty', { dir: paths.dir, found: basename(paths.files) }, error);
  }
  rmSync(paths.staging, { recursive: true, force: true });
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${paths.ledger}${ending}`, { force: true });
  for (const file of [paths.key, `${paths.key}.part`, `${paths.description}.part`]) rmSync(file, { force: true });
}

function readKey({ key: file }: WorkspacePaths): Uint8Array {
  try {
    const key = readFileSync(file);
    if (key.length === KEY_BYTES) return new Uint8Array(key);
  } catch (error) {
    throw workspaceFailure('workspace-damaged', { file, restore: restoreCommand(file) }, error);
  }
  throw workspaceFailure('workspace-damaged', { file, restore: restoreCommand(file) });
}

/** What a process that was killed had on its way: nothing of it has been acknowledged. */
function removeLeftovers({ dir, files, staging, unfinished }: WorkspacePaths): void {
  guardFile(dir, () => {
    mkdirSync(files, { recursive: true });
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging);
    rmSync(unfinished, { force: true });
    for (const name of readdirSync(dir)) {
      if (/^checking-|\.part$/.test(name)) rmSync(join(dir, name), { recursive: true, force: true });
    }
  });
}
