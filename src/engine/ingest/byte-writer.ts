import type { Hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

const FLUSH_BYTES = 1024 * 1024;

/** Writes a file through a buffer of bytes, without waiting between rows: it runs on a thread of its own. */
export class ByteWriter {
  bytes = new Uint8Array(FLUSH_BYTES * 2);
  length = 0;
  private readonly file: number;
  private readonly hash: Hash | undefined;

  /** `hash` is given all bytes that are written. */
  constructor(path: string, hash?: Hash) {
    this.file = openSync(path, 'wx', 0o600);
    this.hash = hash;
  }

  /** Makes room for so many more bytes. */
  reserve(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    this.flush();
    if (size > this.bytes.length) this.bytes = new Uint8Array(size * 2);
  }

  byte(byte: number): void {
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  /** ASCII text that is short. */
  ascii(text: string): void {
    for (let i = 0; i < text.length; i++) this.bytes[this.length + i] = text.charCodeAt(i);
    this.length += text.length;
  }

  text(text: string): void {
    this.length += Buffer.from(this.bytes.buffer, this.bytes.byteOffset).write(text, this.length);
  }

  copy(from: Uint8Array, start: number, end: number): void {
    const { bytes } = this;
    let at = this.length;
    let i = start;
    // Four at a time take half as long; handing short stretches to `set` takes longer than either.
    for (; i + 3 < end; i += 4) {
      bytes[at] = from[i] ?? 0;
      bytes[at + 1] = from[i + 1] ?? 0;
      bytes[at + 2] = from[i + 2] ?? 0;
      bytes[at + 3] = from[i + 3] ?? 0;
      at += 4;
    }
    for (; i < end; i++) {
      bytes[at] = from[i] ?? 0;
      at += 1;
    }
    this.length = at;
  }

  /** A non-negative whole number. */
  integer(value: number): void {
    if (value < 1_000_000_000) {
      this.smallInteger(value | 0);
      return;
    }
    let digits = 1;
    for (let limit = 10; limit <= value; limit *= 10) digits += 1;
    let rest = value;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = Math.floor(rest / 10);
      this.bytes[at] = 48 + rest - next * 10;
      rest = next;
    }
    this.length += digits;
  }

  /** As `integer`, in the arithmetic of 32 bits, which nearly all numbers of a file fit. */
  private smallInteger(value: number): void {
    let digits = 1;
    for (let limit = 10; limit <= value; limit *= 10) digits += 1;
    let rest = value;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = (rest / 10) | 0;
      this.bytes[at] = 48 + rest - next * 10;
      rest = next;
    }
    this.length += digits;
  }

  /** Writes out what has gathered, once it is much. */
  settle(): void {
    if (this.length >= FLUSH_BYTES) this.flush();
  }

  close(): void {
    try {
      this.flush();
    } finally {
      closeSync(this.file);
    }
  }

  /** Closes the file without writing what has gathered. */
  abandon(): void {
    closeSync(this.file);
  }

  private flush(): void {
    this.hash?.update(this.bytes.subarray(0, this.length));
    let written = 0;
    while (written < this.length) written += writeSync(this.file, this.bytes, written, this.length - written);
    this.length = 0;
  }
}
