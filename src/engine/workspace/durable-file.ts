import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a small file so that after a power cut either the old or the whole new content is there. [WSP-02] */
export function writeDurably(path: string, content: string | Uint8Array, mode = 0o644): void {
  const half = `${path}.part`;
  writeFileSync(half, content, { mode, flush: true });
  renameDurably(half, path);
}

/** Copies a file in the same way. */
export function copyDurably(from: string, to: string): void {
  const half = `${to}.part`;
  copyFileSync(from, half);
  syncFile(half, 'r+');
  renameDurably(half, to);
}

/** Renames within a folder tree and makes the name itself durable. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Windows cannot synchronise folders, and needs not: its file system logs names itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncFile(folder, 'r');
}

function syncFile(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
