import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchRows } from '#engine/workspace/batch-rows.ts';

/** A stand-in for the warehouse: the rows of a batch are the lines of a file, which appears and disappears as a whole. */
export interface FileRows extends BatchRows {
  readonly load: (batch: string, rows: readonly string[]) => { readonly rows: number };
  readonly read: (batch: string) => readonly string[];
}

export function fileRows(dir: string): FileRows {
  mkdirSync(dir, { recursive: true });
  const fileOf = (batch: string) => join(dir, batch);
  const read = (batch: string) => readFileSync(fileOf(batch), 'utf8').split('\n').slice(0, -1);
  const load = (batch: string, rows: readonly string[]) => {
    const half = join(dir, `${batch}.part`);
    writeFileSync(half, rows.map(row => `${row}\n`).join(''), { flush: true });
    renameSync(half, fileOf(batch));
    return { rows: rows.length };
  };
  return {
    load,
    read,
    batches: async () => {
      const names = readdirSync(dir).filter(name => !name.endsWith('.part'));
      return names.map(batch => ({ batch, rows: read(batch).length }));
    },
    drop: async batch => rmSync(fileOf(batch), { force: true }),
    reload: async (batch, keptFile) => load(batch.id, (await readFile(keptFile, 'utf8')).split('\n').slice(0, -1)),
  };
}
