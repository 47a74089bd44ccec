import { createHmac } from 'node:crypto';
import { personalKey } from '#core/measure/personal/find-personal.ts';
import type { PersonalKind } from '#core/measure/personal/personal-kind.ts';
import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { textOf } from '../row-batch.ts';
import type { CellReader } from './cell-reader.ts';

const REMEMBERED = 100_000;
const LONGEST_REMEMBERED = 200;
const HASH_DIGITS = 32;

/**
 * Personal values as keyed hashes: the first 128 bits of HMAC-SHA-256 over the value in its one form, in hex. The same value gives the
 * same hash in every file of a workspace and, without the key, cannot be found by trying. [ING-33]
 */
export class HashReader implements CellReader {
  readonly size = HASH_DIGITS;
  private hash = '';
  private readonly key: Uint8Array;
  private readonly kind: PersonalKind;
  private readonly known = new Map<string, string>();

  constructor(key: Uint8Array, kind: PersonalKind) {
    this.key = key;
    this.kind = kind;
  }

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    this.hash = start === end ? '' : this.hashOf(textOf(bytes, start, end));
    return this.hash === '' ? 'missing' : 'value';
  }

  commit(): void {}

  write(out: ByteWriter): void {
    out.ascii(this.hash);
  }

  hashOf(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const value = personalKey(this.kind, text);
    const hash = value === '' ? '' : createHmac('sha256', this.key).update(value).digest('hex').slice(0, HASH_DIGITS);
    if (this.known.size >= REMEMBERED) this.known.clear();
    if (text.length <= LONGEST_REMEMBERED) this.known.set(text, hash);
    return hash;
  }
}
