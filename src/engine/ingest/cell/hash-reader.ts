import { createHmac } from 'node:crypto';
import { personalKey } from '#core/measure/personal/find-personal.ts';
import type { PersonalKind } from '#core/measure/personal/personal-kind.ts';
import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { textOf } from '../row-batch.ts';
import type { CellReader } from './cell-reader.ts';
import { HASH_DIGITS, RememberedHashes } from './remembered-hashes.ts';

/**
 * Personal values as keyed hashes: the first 128 bits of HMAC-SHA-256 over the value in its one form, in hex. The same value gives the
 * same hash in every file of a workspace and, without the key, cannot be found by trying. [ING-33]
 */
export class HashReader implements CellReader {
  readonly size = HASH_DIGITS;
  private readonly remembered: RememberedHashes;
  private place = -1;

  constructor(key: Uint8Array, kind: PersonalKind) {
    this.remembered = new RememberedHashes((bytes, start, end) => personalHash(key, kind, textOf(bytes, start, end)));
  }

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    this.place = start === end ? -1 : this.remembered.placeOf(bytes, start, end);
    return this.place < 0 || this.remembered.lengthAt(this.place) === 0 ? 'missing' : 'value';
  }

  write(out: ByteWriter): void {
    const { place, remembered } = this;
    if (place < 0) return;
    const start = place * HASH_DIGITS;
    out.copy(remembered.digits, start, start + remembered.lengthAt(place));
  }
}

/** The hash of one personal value; empty when nothing of the value identifies anybody. [ING-33] */
export function personalHash(key: Uint8Array, kind: PersonalKind, text: string): string {
  const value = personalKey(kind, text);
  return value === '' ? '' : createHmac('sha256', key).update(value).digest('hex').slice(0, HASH_DIGITS);
}
