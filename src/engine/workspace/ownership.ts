import Database from 'libsql';
import type { EngineError } from '../engine-error.ts';
import { ledgerFailure } from '../ledger/ledger-messages.ts';
import { readServerNote, removeServerNote, type ServerNote, writeServerNote } from './server-note.ts';
import type { WorkspaceEffects } from './workspace-effects.ts';
import { workspaceFailure } from './workspace-messages.ts';
import type { WorkspacePaths } from './workspace-paths.ts';

/** The right to be the only process that opens a workspace's stores. [WSP-03] */
export interface Ownership {
  /** Writes down where the server answers, and what programs of the same user show to it. */
  announce(address: string, token?: string): void;
  readonly release: () => void;
}

/** How long to wait for an owner that is just ending, and how often to look. */
const PATIENCE_MS = 2000;
const INTERVAL_MS = 100;

/**
 * Takes the workspace for this process, or throws `workspace-in-use` naming the holder.
 *
 * How  an exclusive SQLite lock on the file `lock`. The operating system gives it back however a process ends, `kill -9` and
 *      power cuts included, and it holds across containers and PID namespaces, where process numbers mean nothing. A note left
 *      behind by a dead owner is simply overwritten.
 */
export async function takeOwnership(paths: WorkspacePaths, effects: WorkspaceEffects): Promise<Ownership> {
  let release = tryLock(paths);
  for (let waited = 0; !release && waited < PATIENCE_MS; waited += INTERVAL_MS) {
    await effects.wait(INTERVAL_MS);
    release = tryLock(paths);
  }
  if (!release) throw inUse(paths);
  const unlock = release;
  const { pid, host, now } = effects;
  const note: ServerNote = { pid, host, address: null, token: null, since: now() };
  writeServerNote(paths, note);
  return {
    announce: (address, token) => writeServerNote(paths, { ...note, address, token: token ?? null }),
    release: () => {
      removeServerNote(paths);
      unlock();
    },
  };
}

/** The server that runs on a workspace right now; undefined when none does, or it does not answer requests yet. */
export function findServer(paths: WorkspacePaths): (ServerNote & { readonly address: string }) | undefined {
  const note = readServerNote(paths);
  if (!note || note.address === null) return undefined;
  const release = tryLock(paths);
  release?.();
  return release ? undefined : { ...note, address: note.address };
}

/** Statements run through `exec` only: a prepared one would keep the file open, and locked, until it is collected as garbage. */
function tryLock({ lock }: WorkspacePaths): (() => void) | undefined {
  const database = opened(lock);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}

function opened(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (error) {
    throw ledgerFailure('not-writable', { file }, error);
  }
}

function inUse(paths: WorkspacePaths): EngineError {
  const note = readServerNote(paths);
  const holder = note ? [`PID ${note.pid}`, note.host, note.address, note.since].filter(part => part !== null).join(', ') : '';
  return workspaceFailure('workspace-in-use', { dir: paths.dir, holder, unknown: !note });
}
