import type { SessionTexts } from '../kernel/kernel-context.ts';

/**
 * Numbers texts from 1 in the order they come, and keeps only their bytes: about 10 bytes beside the text itself. The bytes lie in shared memory, so that
 * threads can compare texts.
 */
export class TextDictionary {
  private heap: Buffer;
  private starts: Uint32Array;
  /** Places of a hash table; 0 is free. Null until the first text is looked for. */
  private table: Uint32Array | null = null;
  private count = 0;
  private readonly scratch = Buffer.alloc(1 << 16);

  constructor(roomBytes = 1 << 16) {
    this.heap = Buffer.from(new SharedArrayBuffer(roomBytes));
    this.starts = new Uint32Array(new SharedArrayBuffer(4 * 1_025));
  }

  get size(): number {
    return this.count;
  }

  /** What threads need to read texts: those of number n lie from `starts[n - 1]` up to `starts[n]`. */
  get shared(): SessionTexts {
    return { bytes: new Uint8Array(this.heap.buffer, 0, this.starts[this.count]), starts: this.starts };
  }

  /** The text's number; 0 when it has none. */
  find(text: string): number {
    const place = this.place(this.encode(text));
    return this.index()[place] as number;
  }

  /** The text's number, a new one when it had none. */
  number(text: string): number {
    const length = this.encode(text);
    const place = this.place(length);
    const table = this.index();
    const known = table[place] as number;
    if (known !== 0) return known;
    this.push(this.encoded, length);
    if (this.count * 2 > table.length) this.table = null;
    else table[place] = this.count;
    return this.count;
  }

  /** Takes texts that were written by `bytesFrom`; the numbers follow those that are there. */
  read(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length; ) {
      const length = view.getUint32(at, true);
      this.push(bytes.subarray(at + 4, at + 4 + length), length);
      at += 4 + length;
    }
    this.table = null;
  }

  /** Texts with numbers above `after`, each with its length before it. */
  bytesFrom(after: number): Uint8Array {
    const [from, to] = [this.starts[after] as number, this.starts[this.count] as number];
    const bytes = new Uint8Array(to - from + 4 * (this.count - after));
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (let number = after; number < this.count; number++) {
      const [start, end] = [this.starts[number] as number, this.starts[number + 1] as number];
      view.setUint32(at, end - start, true);
      bytes.set(this.heap.subarray(start, end), at + 4);
      at += 4 + end - start;
    }
    return bytes;
  }

  private encoded: Buffer = this.scratch;

  private encode(text: string): number {
    if (text.length * 3 <= this.scratch.length) {
      this.encoded = this.scratch;
      return this.scratch.write(text);
    }
    this.encoded = Buffer.from(text);
    return this.encoded.length;
  }

  /** Where the encoded text is, or would be put. */
  private place(length: number): number {
    const table = this.index();
    const { heap, starts, encoded } = this;
    let place = hash(encoded, 0, length) & (table.length - 1);
    for (let number = table[place] as number; number !== 0; number = table[place] as number) {
      const start = starts[number - 1] as number;
      if ((starts[number] as number) - start === length && isSame(heap, start, encoded, length)) return place;
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private index(): Uint32Array {
    if (this.table) return this.table;
    let size = 1_024;
    while (size < this.count * 4) size *= 2;
    const table = new Uint32Array(size);
    for (let number = 1; number <= this.count; number++) {
      let place = hash(this.heap, this.starts[number - 1] as number, this.starts[number] as number) & (size - 1);
      while (table[place] !== 0) place = (place + 1) & (size - 1);
      table[place] = number;
    }
    this.table = table;
    return table;
  }

  private push(bytes: Uint8Array, length: number): void {
    const start = this.starts[this.count] as number;
    if (start + length > this.heap.length) {
      const larger = Buffer.from(new SharedArrayBuffer(Math.max(start + length, this.heap.length * 2)));
      larger.set(this.heap.subarray(0, start));
      this.heap = larger;
    }
    if (this.count + 2 > this.starts.length) {
      const larger = new Uint32Array(new SharedArrayBuffer(8 * this.starts.length));
      larger.set(this.starts);
      this.starts = larger;
    }
    for (let i = 0; i < length; i++) this.heap[start + i] = bytes[i] as number;
    this.count++;
    this.starts[this.count] = start + length;
  }
}

function isSame(heap: Uint8Array, start: number, text: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (heap[start + i] !== text[i]) return false;
  return true;
}

/** FNV-1a with a last stir, because places are its low bits. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ (bytes[i] as number), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 12)) >>> 0;
}
