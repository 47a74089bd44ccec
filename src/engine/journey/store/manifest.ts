import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { writeDurably } from '../../workspace/durable-file.ts';
import type { GrowingFile } from './growing-file.ts';
import { isSystemError, storeFailure, withFile } from './store-failure.ts';

/** What a store consists of. Replaced as a whole by every change; files it does not name are rubbish. */
export interface Manifest {
  readonly format: number;
  /** Numbers the files, so that no name is used twice. */
  readonly next: number;
  readonly valueDigits: number;
  readonly people: GrowingFile;
  readonly sessions: GrowingFile;
  /** Ids that are in, in files of their own, the largest first. */
  readonly ids: readonly ManifestIds[];
  /** Merged people, where there are any: a column file. */
  readonly merged: string | null;
  readonly names: readonly (string | null)[];
  readonly dimensions: readonly { readonly id: string; readonly values: readonly (string | null)[] }[];
  /** Ascending months; of one month in the order they came. */
  readonly parts: readonly ManifestPart[];
}

export interface ManifestPart {
  readonly file: string;
  readonly base: number;
  readonly rows: number;
  readonly bytes: number;
}

export interface ManifestIds {
  readonly file: string;
  readonly ids: number;
  readonly bytes: number;
}

/** The layout of all files of a store; one of another layout is made anew. */
const FORMAT = 2;
const FILE = 'store.json';

export function emptyManifest(valueDigits: number): Manifest {
  return {
    format: FORMAT,
    next: 1,
    valueDigits,
    people: { file: 'people.texts', bytes: 0, crc: 0 },
    sessions: { file: 'sessions.texts', bytes: 0, crc: 0 },
    ids: [],
    merged: null,
    names: [null],
    dimensions: [],
    parts: [],
  };
}

/** Null where there is none. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const path = `${folder}/${FILE}`;
  const text = await withFile(path, async () => {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return null;
      throw error;
    }
  });
  if (text === null) return null;
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || Number(text.slice(0, end)) !== crc32(body)) throw storeFailure('journey-store-damaged', { file: path });
  const manifest = JSON.parse(body) as Manifest;
  if (manifest.format < FORMAT) throw storeFailure('journey-store-older', { file: path });
  if (manifest.format > FORMAT) throw storeFailure('journey-store-newer', { file: path });
  return manifest;
}

export function writeManifest(folder: string, manifest: Manifest): void {
  const body = JSON.stringify(manifest);
  writeDurably(`${folder}/${FILE}`, `${crc32(body)}\n${body}`);
}
