import { closeSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';

/**
 * Reading a file that SQLite may have open in this process. A plain open and close would do harm: under POSIX a process loses all
 * its locks on a file when it closes any descriptor of it, and another process that then believes to be alone removes the
 * write-ahead log under the first one. So such files are opened once and stay open until the process ends. [LED-18]
 */
const held = new Map<string, number>();
const PIECE_BYTES = 1024 * 1024;

export function readHeldFile(path: string, bytes: number): Buffer {
  const piece = Buffer.alloc(bytes);
  readSync(descriptorOf(path), piece, 0, bytes, 0);
  return piece;
}

export function copyHeldFile(path: string, to: string): void {
  const from = descriptorOf(path);
  const target = openSync(to, 'w');
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    for (let at = 0; ; ) {
      const count = readSync(from, piece, 0, PIECE_BYTES, at);
      if (count === 0) break;
      writeSync(target, piece, 0, count);
      at += count;
    }
  } finally {
    closeSync(target);
  }
}

/** One descriptor per file, not per name: a file that was put in place of another is another. */
function descriptorOf(path: string): number {
  const known = held.get(keyOf(statSync(path)));
  if (known !== undefined) return known;
  const descriptor = openSync(path, 'r');
  held.set(keyOf(fstatSync(descriptor)), descriptor);
  return descriptor;
}

function keyOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev}:${ino}`;
}
