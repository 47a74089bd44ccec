import { open, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { sharedFloat64, sharedUint32 } from './event-columns.ts';
import { inRuns, type Numbers, outOfRuns } from './number-runs.ts';
import { inSteps, outOfSteps } from './number-steps.ts';
import { storeFailure, withFile } from './store-failure.ts';

/**
 * A file of named columns of numbers, each in the form that takes the fewest bytes and with a checksum, behind a head that says where they lie. Written
 * whole under another name, brought to the disk, and renamed; never changed afterwards. Numbers are little-endian.
 */
export type Column = Numbers;

export interface ColumnHead {
  /** What else is to be known of the file. */
  readonly about: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, ColumnPlace>>;
  /** Where the columns' bytes begin. */
  readonly begin: number;
}

interface ColumnPlace {
  readonly kind: 'u8' | 'u16' | 'u32' | 'f64';
  /** How many numbers. */
  readonly length: number;
  readonly form: 'whole' | 'runs' | 'steps';
  readonly at: number;
  readonly bytes: number;
  readonly crc: number;
}

const MAGIC = 0x324a5252;
/** Magic, length of the head, checksum of the head. */
const PREFIX = 12;

/** Bytes written. */
export async function writeColumnFile(
  path: string,
  about: ColumnHead['about'],
  columns: Readonly<Record<string, Column>>,
): Promise<number> {
  const places: Record<string, ColumnPlace> = {};
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const [name, column] of Object.entries(columns)) {
    const { form, bytes } = stored(column);
    places[name] = { kind: kindOf(column), length: column.length, form, at, bytes: bytes.length, crc: crc32(bytes) };
    pieces.push(bytes);
    at += bytes.length;
  }
  const head = Buffer.from(JSON.stringify({ about, columns: places }));
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(MAGIC, 0);
  prefix.writeUInt32LE(head.length, 4);
  prefix.writeUInt32LE(crc32(head), 8);
  await withFile(path, async () => {
    const file = await open(`${path}.new`, 'w');
    try {
      await writeAll(file, [prefix, head, ...pieces]);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  });
  return PREFIX + head.length + at;
}

export async function readColumnHead(path: string): Promise<ColumnHead> {
  return withFile(path, async () => {
    const file = await open(path, 'r');
    try {
      const prefix = Buffer.alloc(PREFIX);
      const { bytesRead } = await file.read(prefix, 0, PREFIX, 0);
      const length = prefix.readUInt32LE(4);
      if (bytesRead < PREFIX || prefix.readUInt32LE(0) !== MAGIC || length > 1 << 26) throw damaged(path);
      const head = Buffer.alloc(length);
      await file.read(head, 0, length, PREFIX);
      if (crc32(head) !== prefix.readUInt32LE(8)) throw damaged(path);
      return { ...(JSON.parse(head.toString('utf8')) as Omit<ColumnHead, 'begin'>), begin: PREFIX + length };
    } finally {
      await file.close();
    }
  });
}

/** The named columns that the file has, in shared memory, each held to its checksum. */
export async function readColumns(
  path: string,
  head: ColumnHead,
  names: readonly string[],
): Promise<ReadonlyMap<string, Column>> {
  return withFile(path, async () => {
    const file = await open(path, 'r');
    try {
      const found = new Map<string, Column>();
      for (const name of names) {
        const place = head.columns[name];
        if (!place) continue;
        const { kind, length, form } = place;
        const column = emptyColumn(kind, length);
        // Behind steps three bytes more can be read.
        const room = form === 'whole' ? bytesOf(column) : new Uint8Array(place.bytes + 3);
        const bytes = room.subarray(0, place.bytes);
        for (let at = 0; at < bytes.length; ) {
          const size = Math.min(bytes.length - at, 1 << 27);
          const { bytesRead } = await file.read(bytes, at, size, head.begin + place.at + at);
          if (bytesRead === 0) throw damaged(path);
          at += bytesRead;
        }
        if (crc32(bytes) !== place.crc) throw damaged(path);
        if (form === 'runs') outOfRuns(bytes, column);
        if (form === 'steps' && column instanceof Uint32Array) outOfSteps(room, column);
        found.set(name, column);
      }
      return found;
    } finally {
      await file.close();
    }
  });
}

export function removeFile(path: string): Promise<void> {
  return withFile(path, () => rm(path, { force: true }));
}

function damaged(path: string) {
  return storeFailure('journey-store-damaged', { file: path });
}

function kindOf(column: Column): ColumnPlace['kind'] {
  if (column instanceof Uint8Array) return 'u8';
  if (column instanceof Uint16Array) return 'u16';
  return column instanceof Uint32Array ? 'u32' : 'f64';
}

function stored(column: Column): { readonly form: ColumnPlace['form']; readonly bytes: Uint8Array } {
  const runs = inRuns(column);
  if (runs) return { form: 'runs', bytes: runs };
  const steps = column instanceof Uint32Array ? inSteps(column) : null;
  return steps ? { form: 'steps', bytes: steps } : { form: 'whole', bytes: bytesOf(column) };
}

/** In memory that threads share. */
function emptyColumn(kind: ColumnPlace['kind'], length: number): Column {
  switch (kind) {
    case 'u8':
      return new Uint8Array(new SharedArrayBuffer(length));
    case 'u16':
      return new Uint16Array(new SharedArrayBuffer(2 * length));
    case 'u32':
      return sharedUint32(length);
    case 'f64':
      return sharedFloat64(length);
  }
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, pieces: readonly Uint8Array[]): Promise<void> {
  let left = pieces;
  for (let at = 0; left.length > 0; ) {
    const { bytesWritten } = await file.writev(left, at);
    at += bytesWritten;
    left = behind(left, bytesWritten);
  }
}

/** What is left of the pieces without their first bytes. */
function behind(pieces: readonly Uint8Array[], bytes: number): readonly Uint8Array[] {
  let [first, done] = [0, bytes];
  for (; first < pieces.length && done >= (pieces[first] as Uint8Array).length; first++)
    done -= (pieces[first] as Uint8Array).length;
  const [half, ...rest] = pieces.slice(first);
  return half ? [half.subarray(done), ...rest] : [];
}
