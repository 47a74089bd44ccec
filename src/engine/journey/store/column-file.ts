import { open, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { sharedUint32 } from './event-columns.ts';
import { storeFailure, withFile } from './store-failure.ts';

/**
 * A file of named columns of numbers, each with a checksum, behind a head that says where they lie. Written whole under another name, brought
 * to the disk, and renamed; never changed afterwards. Numbers are little-endian.
 */
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export interface ColumnHead {
  /** What else is to be known of the file. */
  readonly about: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, ColumnPlace>>;
}

interface ColumnPlace {
  readonly kind: 'u8' | 'u16' | 'u32' | 'f64';
  readonly at: number;
  readonly length: number;
  readonly crc: number;
}

const MAGIC = 0x314a5252;
/** Magic, length of the head, checksum of the head. */
const PREFIX = 12;

/** Bytes written. */
export async function writeColumnFile(
  path: string,
  about: ColumnHead['about'],
  columns: Readonly<Record<string, Column>>,
): Promise<number> {
  const places: Record<string, ColumnPlace> = {};
  let at = 0;
  for (const [name, column] of Object.entries(columns)) {
    places[name] = { kind: kindOf(column), at, length: column.length, crc: crc32(bytesOf(column)) };
    at += Math.ceil(column.byteLength / 8) * 8;
  }
  const head = Buffer.from(JSON.stringify({ about, columns: places }));
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(MAGIC, 0);
  prefix.writeUInt32LE(head.length, 4);
  prefix.writeUInt32LE(crc32(head), 8);
  const begin = dataStart(head.length);
  await withFile(path, async () => {
    const file = await open(`${path}.new`, 'w');
    try {
      await file.write(prefix, 0, PREFIX, 0);
      await file.write(head, 0, head.length, PREFIX);
      for (const [name, column] of Object.entries(columns))
        await writeAll(file, bytesOf(column), begin + (places[name]?.at ?? 0));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  });
  return begin + at;
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
      return JSON.parse(head.toString('utf8')) as ColumnHead;
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
  const begin = dataStart(Buffer.byteLength(JSON.stringify({ about: head.about, columns: head.columns })));
  return withFile(path, async () => {
    const file = await open(path, 'r');
    try {
      const found = new Map<string, Column>();
      for (const name of names) {
        const place = head.columns[name];
        if (!place) continue;
        const column = emptyColumn(place);
        const bytes = bytesOf(column);
        let at = 0;
        while (at < bytes.length) {
          const { bytesRead } = await file.read(bytes, at, Math.min(bytes.length - at, 1 << 27), begin + place.at + at);
          if (bytesRead === 0) throw damaged(path);
          at += bytesRead;
        }
        if (crc32(bytes) !== place.crc) throw damaged(path);
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

function dataStart(headLength: number): number {
  return Math.ceil((PREFIX + headLength) / 8) * 8;
}

function kindOf(column: Column): ColumnPlace['kind'] {
  if (column instanceof Uint8Array) return 'u8';
  if (column instanceof Uint16Array) return 'u16';
  return column instanceof Uint32Array ? 'u32' : 'f64';
}

function emptyColumn({ kind, length }: ColumnPlace): Column {
  switch (kind) {
    case 'u8':
      return new Uint8Array(new SharedArrayBuffer(length));
    case 'u16':
      return new Uint16Array(new SharedArrayBuffer(2 * length));
    case 'u32':
      return sharedUint32(length);
    case 'f64':
      return new Float64Array(new SharedArrayBuffer(8 * length));
  }
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, bytes: Uint8Array, from: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, Math.min(bytes.length - at, 1 << 27), from + at);
    at += bytesWritten;
  }
}
