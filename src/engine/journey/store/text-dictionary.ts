import type { SessionTexts } from '../kernel/kernel-context.ts';
import { TextHash } from './text-hash.ts';
import { Utf8Texts } from './utf8-texts.ts';

/**
 * Numbers texts from 1 in the order they come, and keeps only their bytes: about 10 bytes beside the text itself. The bytes lie in shared memory, so that
 * threads can compare texts.
 */
export class TextDictionary {
  private heap = new Uint8Array(new SharedArrayBuffer(1 << 16));
  private starts = new Uint32Array(new SharedArrayBuffer(4 * 1_025));
  /** Places of a hash table; 0 is free. Null until the first text is looked for. */
  private table: Uint32Array | null = null;
  private count = 0;
  private readonly hash = new TextHash();

  get size(): number {
    return this.count;
  }

  /** What threads need to read texts: those of number n lie from `starts[n - 1]` up to `starts[n]`. */
  get shared(): SessionTexts {
    return { bytes: new Uint8Array(this.heap.buffer, 0, this.starts[this.count]), starts: this.starts };
  }

  /** The texts' numbers; new ones for those that had none. */
  numbers(texts: readonly string[]): Uint32Array {
    const numbers = new Uint32Array(texts.length);
    const encoded = new Utf8Texts();
    encoded.read(texts, (from, to) => {
      this.makeTable(this.count + to - from);
      for (let i = from; i < to; i++)
        numbers[i] = this.number(encoded, encoded.starts[i - from] as number, encoded.starts[i - from + 1] as number);
    });
    return numbers;
  }

  /** Takes texts with these lengths, one behind the other, that are not in yet; their numbers follow those that are there. */
  add(lengths: Uint32Array, bytes: Uint8Array): void {
    this.makeRoom(lengths.length, bytes.length);
    let at = this.starts[this.count] as number;
    this.heap.set(bytes, at);
    for (const length of lengths) {
      at += length;
      this.starts[++this.count] = at;
    }
    this.table = null;
  }

  /** Lengths and bytes of the texts with numbers above `after`, up to `last`. */
  slice(after: number, last: number): { readonly lengths: Uint32Array; readonly bytes: Uint8Array } {
    const starts = this.starts.subarray(after, last + 1);
    const lengths = Uint32Array.from({ length: last - after }, (_, i) => (starts[i + 1] as number) - (starts[i] as number));
    return { lengths, bytes: this.heap.subarray(starts[0], starts[last - after]) };
  }

  private number({ bytes, words }: Utf8Texts, from: number, to: number): number {
    const table = this.makeTable(this.count + 1);
    const { heap, starts } = this;
    this.hash.of(words, from, to);
    let place = this.hash.low & (table.length - 1);
    for (let number = table[place] as number; number !== 0; number = table[place] as number) {
      const start = starts[number - 1] as number;
      if ((starts[number] as number) - start === to - from && isSame(heap, start, bytes, from, to)) return number;
      place = (place + 1) & (table.length - 1);
    }
    this.makeRoom(1, to - from);
    const start = this.starts[this.count] as number;
    for (let i = from; i < to; i++) this.heap[start + i - from] = bytes[i] as number;
    this.starts[++this.count] = start + to - from;
    table[place] = this.count;
    return this.count;
  }

  /** At most half full with that many texts. */
  private makeTable(texts: number): Uint32Array {
    if (this.table && texts * 2 <= this.table.length) return this.table;
    let size = 1_024;
    while (size < texts * 3) size *= 2;
    const table = new Uint32Array(size);
    const words = new DataView(this.heap.buffer);
    for (let number = 1; number <= this.count; number++) {
      this.hash.of(words, this.starts[number - 1] as number, this.starts[number] as number);
      let place = this.hash.low & (size - 1);
      while (table[place] !== 0) place = (place + 1) & (size - 1);
      table[place] = number;
    }
    this.table = table;
    return table;
  }

  /** Behind the last text three bytes more can be read. */
  private makeRoom(texts: number, bytes: number): void {
    const end = this.starts[this.count] as number;
    if (end + bytes + 4 > this.heap.length) {
      const larger = new Uint8Array(new SharedArrayBuffer(Math.max(end + bytes + 4, this.heap.length * 2)));
      larger.set(this.heap.subarray(0, end));
      this.heap = larger;
    }
    if (this.count + texts + 1 > this.starts.length) {
      const size = Math.max(this.count + texts + 1, this.starts.length * 2);
      const larger = new Uint32Array(new SharedArrayBuffer(4 * size));
      larger.set(this.starts);
      this.starts = larger;
    }
  }
}

function isSame(heap: Uint8Array, start: number, text: Uint8Array, from: number, to: number): boolean {
  const shift = start - from;
  for (let i = from; i < to; i++) if (heap[i + shift] !== text[i]) return false;
  return true;
}
