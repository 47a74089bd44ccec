import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { guardFile } from './file-failure.ts';

/** Writes a small file so that after a power cut either the old or the whole new content is there. [WSP-02] */
export function writeDurably(path: string, content: string | Uint8Array, mode = 0o644): void {
  const half = `${path}.part`;
  guardFile(path, () => {
    writeFileSync(half, content, { mode, flush: true });
    renameSync(half, path);
    syncFolder(dirname(path));
  });
}

/** Gives a finished file its name so that after a power cut the whole file has it, or the name still means what it meant. */
export function renameDurably(half: string, path: string): void {
  guardFile(path, () => {
    sync(half, 'r+');
    renameSync(half, path);
    syncFolder(dirname(path));
  });
}

/** Makes the names in a folder durable. Windows cannot do this, and needs not: its file system logs names itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
