import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Delimiter } from '#core/measure/recognise/table-mapping.ts';
import type { TextEncodingName } from '#core/measure/recognise/text-encoding.ts';
import type { Problem } from '#core/problem/problem.ts';
import { readMergedCells } from './excel/merged-cells.ts';
import { sheetRows } from './excel/sheet-rows.ts';
import { openWorkbook, workbookKind } from './excel/workbook.ts';
import { fileKindOf } from './file-kind.ts';
import { LIMITS } from './limits.ts';
import { refuse } from './refusal.ts';
import type { RowBatch } from './row-batch.ts';
import { filePieces, gunzipPieces, openText, type Pieces, type TextChoices } from './text-rows.ts';
import { type Archive, openArchive } from './zip-archive.ts';

/** A file on disk, opened: what it is, and the parts that hold rows. */
export interface ReceivedFile {
  readonly bytes: number;
  /** SHA-256 of the bytes as received, in hex; of a text once it was read to its end. */
  sha256(): string;
  readonly container: 'text' | 'gzip' | 'excel' | 'zip';
  readonly parts: readonly Part[];
  /** Parts that are left out, and why. */
  readonly left: readonly { readonly part: string; readonly why: 'hidden-sheet' | 'not-a-table' }[];
  close(): void;
}

/** A plain file, a sheet or an entry of an archive. */
export interface Part {
  /** Name of the sheet or entry, made harmless; empty for a plain file. */
  readonly name: string;
  open(choices: TextChoices): Promise<OpenPart>;
}

export interface OpenPart {
  readonly encoding?: TextEncodingName;
  readonly delimiter?: Delimiter;
  /** Rows of a sheet have as many cells as are filled; rows of a text as many as are written. */
  readonly padded: boolean;
  /** Can be called again, to read from the start. `report` hears of cells that could not be taken over as they are. */
  rows(report: (problem: Problem) => void): AsyncGenerator<RowBatch>;
}

/** What the reading tells while it runs. */
export interface Reading {
  /** Called for every piece; throws when the user has cancelled. */
  advance(bytes: number): void;
}

/**
 * Opens a received file by its content. `name` is the name it came with: it is compared with the content, never used as a path.
 * [ING-01, ING-02]
 */
export async function openReceived(path: string, name: string, reading: Reading): Promise<ReceivedFile> {
  const { size } = await stat(path);
  if (size > LIMITS.fileBytes) throw refuse('file-too-large', { bytes: size, limit: LIMITS.fileBytes });
  const head = await firstBytes(path);
  const kind = fileKindOf(head);
  switch (kind) {
    case 'empty':
      throw refuse('empty-file', {});
    case 'old-excel':
      throw refuse('old-excel', {});
    case 'html':
      throw refuse('html-file', {});
    case 'json':
      throw refuse('json-file', {});
    case 'pdf':
    case 'parquet':
    case 'image':
      throw refuse('not-a-table-file', { kind });
    case 'zip':
      return openZipped(path, await hashed(path, size, reading), reading);
    case 'gzip':
      return {
        ...(await hashed(path, size, reading)),
        container: 'gzip',
        parts: [textPart('', gunzipPieces(path, size), reading)],
        left: [],
        close: () => undefined,
      };
    case 'text':
      if (/\.(?:xlsx|xlsm|xls)$/i.test(name)) throw refuse('text-named-excel', {});
      return openPlain(path, size, reading);
  }
}

/** A plain text is hashed while it is read. */
function openPlain(path: string, bytes: number, reading: Reading): ReceivedFile {
  let sha256 = '';
  const pieces: Pieces = async function* () {
    const hash = createHash('sha256');
    for await (const piece of filePieces(path)()) {
      hash.update(piece);
      yield piece;
    }
    sha256 = hash.digest('hex');
  };
  return {
    bytes,
    sha256() {
      if (sha256 === '') throw new Error('a text that was not read to its end');
      return sha256;
    },
    container: 'text',
    parts: [textPart('', () => (sha256 === '' ? pieces() : filePieces(path)()), reading)],
    left: [],
    close: () => undefined,
  };
}

function textPart(name: string, pieces: () => AsyncIterable<Uint8Array>, reading: Reading): Part {
  return {
    name,
    async open(choices) {
      const text = await openText(pieces, choices, bytes => reading.advance(bytes));
      return { encoding: text.encoding, delimiter: text.delimiter, padded: false, rows: () => text.rows() };
    },
  };
}

async function openZipped(path: string, base: Hashed, reading: Reading): Promise<ReceivedFile> {
  const archive = await openArchive(path);
  try {
    switch (workbookKind(archive)) {
      case 'xlsx':
        return await openSheets(archive, base, reading);
      case 'xlsb':
        throw refuse('other-workbook', { kind: 'xlsb' });
      case 'ods':
        throw refuse('other-workbook', { kind: 'ods' });
      case null:
        return openEntries(archive, base, reading);
    }
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function openSheets(archive: Archive, base: Hashed, reading: Reading): Promise<ReceivedFile> {
  const workbook = await openWorkbook(archive, () => reading.advance(0));
  const visible = workbook.sheets.filter(sheet => !sheet.hidden);
  const names = distinct(visible.map(sheet => shown(sheet.name)));
  return {
    ...base,
    container: 'excel',
    parts: visible.map((sheet, index) => ({
      name: names[index] ?? '',
      async open() {
        const merged = await readMergedCells(sheet.entry, () => reading.advance(0));
        return {
          padded: true,
          rows: async function* (report: (problem: Problem) => void) {
            for await (const batch of sheetRows(workbook, sheet, merged, report)) {
              yield batch;
              reading.advance(batch.bytes.length);
            }
          },
        };
      },
    })),
    left: workbook.sheets.filter(sheet => sheet.hidden).map(sheet => ({ part: shown(sheet.name), why: 'hidden-sheet' as const })),
    close: () => archive.close(),
  };
}

function openEntries(archive: Archive, base: Hashed, reading: Reading): ReceivedFile {
  const files = archive.entries.filter(entry => entry.kind === 'file' && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(entry.name));
  const tables = files.filter(entry => /\.(?:csv|tsv|txt)$/i.test(entry.name));
  if (tables.length === 0) throw refuse('archive-without-tables', {});
  const names = distinct(tables.map(entry => shown(entry.name)));
  return {
    ...base,
    container: 'zip',
    parts: tables.map((entry, index) => textPart(names[index] ?? '', () => entry.open(), reading)),
    left: files.filter(entry => !tables.includes(entry)).map(entry => ({ part: shown(entry.name), why: 'not-a-table' as const })),
    close: () => archive.close(),
  };
}

/** A name from inside a file as it may be shown: without folders and without characters that move the cursor or hide. */
function shown(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120);
}

/** The names, with a number behind those that come again: a part is found by its name. */
function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map(name => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

type Hashed = Pick<ReceivedFile, 'bytes' | 'sha256'>;

async function hashed(path: string, bytes: number, reading: Reading): Promise<Hashed> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    reading.advance(piece.length);
  }
  const sha256 = hash.digest('hex');
  return { bytes, sha256: () => sha256 };
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(4096);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
