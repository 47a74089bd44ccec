import { isUtf8 } from 'node:buffer';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.ts';
import { Refusal, refuse } from './refusal.ts';

/** One file inside an archive. Its name is only ever shown, never used as a path. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly kind: 'file' | 'folder' | 'link';
  open(): AsyncGenerator<Uint8Array>;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  close(): void;
}

const UTF8_NAME = 0x800;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;

/**
 * Opens a ZIP archive: its list of entries, each to be inflated when asked for. [ING-20, ING-21]
 * The list is refused when it has too many entries or promises too many bytes; an entry that inflates to more than it promised is
 * refused at the first byte too many.
 */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openZip(path);
  try {
    if (zip.entryCount > LIMITS.entries) throw refuse('too-many-entries', { count: zip.entryCount, limit: LIMITS.entries });
    const entries: ArchiveEntry[] = [];
    let promised = 0;
    for await (const entry of zip.eachEntry()) {
      promised += entry.uncompressedSize;
      refuseBomb(promised, zip.fileSize);
      entries.push(archiveEntry(zip, entry));
    }
    return { entries, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw asRefusal(error);
  }
}

/** Refuses what has grown, or promises to grow, too far beyond the bytes that were received. [ING-20] */
export function refuseBomb(inflated: number, received: number): void {
  const allowed = Math.min(LIMITS.inflatedBytes, Math.max(LIMITS.inflatedFreeBytes, received * LIMITS.inflatedRatio));
  if (inflated > allowed) throw refuse('inflates-too-much', { received, limit: allowed });
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (error) {
    throw asRefusal(error);
  }
}

function archiveEntry(zip: ZipFile, entry: Entry): ArchiveEntry {
  const name = entryName(entry);
  const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  return {
    name,
    size: entry.uncompressedSize,
    kind: name.endsWith('/') ? 'folder' : mode === SYMBOLIC_LINK ? 'link' : 'file',
    open: () => inflate(zip, entry),
  };
}

const STORED = 0;
const DEFLATED = 8;
const PIECE_BYTES = 128 * 1024;

/** The bytes of an entry, which must be as many as the list promises and have the checksum it gives. */
async function* inflate(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw refuse('password-protected', {});
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw refuse('damaged-archive', {});
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    const stream = entry.compressionMethod === STORED ? packed : packed.pipe(createInflateRaw({ chunkSize: PIECE_BYTES }));
    packed.on('error', error => stream.destroy(error));
    let inflated = 0;
    let checksum = 0;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        inflated += piece.length;
        if (inflated > entry.uncompressedSize) throw refuse('damaged-archive', {});
        refuseBomb(inflated, zip.fileSize);
        checksum = crc32(piece, checksum);
        yield piece;
      }
    } finally {
      packed.destroy();
    }
    if (inflated !== entry.uncompressedSize || checksum !== entry.crc32) throw refuse('damaged-archive', {});
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Names are UTF-8, or in the encoding of the machine that packed them: in Japan, Shift_JIS. */
function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const utf8 = (entry.generalPurposeBitFlag & UTF8_NAME) !== 0 || isUtf8(raw);
  return new TextDecoder(utf8 ? 'utf-8' : 'shift_jis').decode(raw);
}

/** Errors of the archive are the file's fault; errors of the operating system are not, and carry a system code. */
function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (/^E[A-Z]+$/.test(code)) return error;
  return refuse('damaged-archive', {});
}
