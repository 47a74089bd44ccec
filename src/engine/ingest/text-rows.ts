import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Delimiter } from '#core/measure/recognise/table-mapping.ts';
import type { TextEncodingName } from '#core/measure/recognise/text-encoding.ts';
import { type ByteSurvey, ByteSurveyor } from './byte-survey.ts';
import { decode } from './decode.ts';
import { DelimitedScanner } from './delimited.ts';
import { sniffDelimiter } from './delimiter.ts';
import { detectEncoding } from './encoding.ts';
import { fileKindOf } from './file-kind.ts';
import { LIMITS } from './limits.ts';
import { refuse } from './refusal.ts';
import type { RowBatch } from './row-batch.ts';
import { Utf8Check } from './utf8-check.ts';
import { refuseBomb } from './zip-archive.ts';

/** Bytes of a text that can be read again from the start. */
export type Pieces = () => AsyncIterable<Uint8Array>;

/** A text whose writing is known. */
export interface TextSource {
  readonly encoding: TextEncodingName;
  readonly delimiter: Delimiter;
  rows(): AsyncGenerator<RowBatch>;
}

export interface TextChoices {
  readonly encoding?: TextEncodingName | undefined;
  readonly delimiter?: Delimiter | undefined;
  /** The text was looked at before: nothing is to be found out, only that it is what was seen then. */
  readonly isDecided?: boolean;
}

const PIECE_BYTES = 256 * 1024;

/** The bytes of a plain file. */
export function filePieces(path: string): Pieces {
  return () => createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>;
}

/** The bytes inside a gzip file; `received` is its size. */
export function gunzipPieces(path: string, received: number): Pieces {
  return async function* () {
    const file = createReadStream(path, { highWaterMark: PIECE_BYTES });
    const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
    file.on('error', error => gunzip.destroy(error));
    file.pipe(gunzip);
    let inflated = 0;
    try {
      for await (const piece of gunzip as AsyncIterable<Buffer>) {
        inflated += piece.length;
        refuseBomb(inflated, received);
        yield piece;
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))) throw refuse('damaged-archive', {});
      throw error;
    } finally {
      file.destroy();
    }
  };
}

/**
 * Finds out how a text is written, by looking at all of its bytes once, and gives its rows. [ING-03, ING-05]
 * `choices` are the user's own, which win.
 */
export async function openText(pieces: Pieces, choices: TextChoices, afterPiece: (bytes: number) => void): Promise<TextSource> {
  const { encoding, delimiter, isDecided } = choices;
  if (!isDecided || encoding !== 'utf-8' || delimiter === undefined) return surveyed(pieces, choices, afterPiece);
  const sound = () => soundText(pieces, () => surveyed(pieces, choices, afterPiece));
  return { encoding, delimiter, rows: () => textRows(decode(sound(), encoding, true), delimiter, afterPiece) };
}

/** UTF-8 as long as it is text. What is not is looked at once more from the start, and thereby refused with its place. */
async function* soundText(pieces: Pieces, again: () => Promise<TextSource>): AsyncGenerator<Uint8Array> {
  const utf8 = new Utf8Check();
  for await (const piece of pieces()) {
    utf8.push(piece);
    if (!utf8.isSound || piece.includes(0)) await refused(again);
    yield piece;
  }
  if (!utf8.isWhole) await refused(again);
}

async function refused(again: () => Promise<TextSource>): Promise<never> {
  for await (const _rows of (await again()).rows());
  throw new Error('a text that was refused can be read');
}

async function surveyed(pieces: Pieces, choices: TextChoices, afterPiece: (bytes: number) => void): Promise<TextSource> {
  const surveyor = new ByteSurveyor();
  for await (const piece of pieces()) {
    surveyor.push(piece);
    afterPiece(piece.length);
  }
  const survey = surveyor.end();
  if (survey.bytes === 0) throw refuse('empty-file', {});
  const encoding = choices.encoding ?? detectEncoding(survey);
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (!wide && survey.nulLine !== null) throw refuse('binary-file', {}, { line: survey.nulLine });
  if (encoding === null) throw refuse('unknown-encoding', {});
  const valid = encoding === 'utf-8' && survey.utf8;
  const head = await decodedHead(survey, encoding);
  if (head.length === 0) throw refuse('empty-file', {});
  refuseNonText(head);
  const delimiter = choices.delimiter ?? sniffDelimiter(head);
  return { encoding, delimiter, rows: () => textRows(decode(pieces(), encoding, valid), delimiter, afterPiece) };
}

async function* textRows(
  pieces: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
  afterPiece: (bytes: number) => void,
): AsyncGenerator<RowBatch> {
  const scanner = new DelimitedScanner(delimiter);
  let rows = 0;
  for await (const piece of pieces) {
    const batch = scanner.push(piece);
    rows += batch.rows;
    if (rows > LIMITS.rows) throw refuse('too-many-rows', { limit: LIMITS.rows });
    yield batch;
    afterPiece(piece.length);
  }
  yield scanner.end();
}

async function decodedHead(survey: ByteSurvey, encoding: TextEncodingName): Promise<Uint8Array> {
  const whole = survey.head.length - (survey.head.length % 2);
  const parts: Uint8Array[] = [];
  const only = async function* () {
    yield survey.head.subarray(0, whole < survey.head.length && encoding.startsWith('utf-16') ? whole : survey.head.length);
  };
  if (encoding === 'utf-8' || encoding === 'windows-1252')
    for await (const part of decode(only(), encoding, true)) parts.push(part);
  else parts.push(Buffer.from(new TextDecoder(encoding).decode(survey.head, { stream: true })));
  return Buffer.concat(parts);
}

/** Refuses what decodes to text but is not a table: pages, structured data, and bytes with control characters all over. */
function refuseNonText(head: Uint8Array): void {
  const kind = fileKindOf(head);
  if (kind === 'html') throw refuse('html-file', {});
  if (kind === 'json') throw refuse('json-file', {});
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) controls += 1;
  }
  if (controls > 2 && controls > head.length / 1000) throw refuse('binary-file', {});
}
