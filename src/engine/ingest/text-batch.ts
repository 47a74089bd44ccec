import { RowBatch } from './row-batch.ts';

const BATCH_BYTES = 256 * 1024;

/** Gathers rows of texts into a batch of bytes; a row without cells becomes one empty cell. */
export class TextBatch {
  private readonly batch = new RowBatch(new Uint8Array(BATCH_BYTES));
  private used = 0;

  get isFull(): boolean {
    return this.used > BATCH_BYTES / 2;
  }

  row(line: number, cells: readonly (string | undefined)[]): void {
    for (let column = 0; column < cells.length; column++) {
      const text = cells[column] ?? '';
      const needed = text.length * 3;
      if (this.used + needed > this.batch.bytes.length) this.grow(needed);
      const start = this.used;
      this.used += write(this.batch.bytes, start, text);
      this.batch.addCell(start, this.used);
    }
    if (cells.length === 0) this.batch.addCell(this.used, this.used);
    this.batch.endRow(line);
  }

  finish(): RowBatch {
    return this.batch;
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(this.batch.bytes.length * 2, this.used + needed));
    larger.set(this.batch.bytes.subarray(0, this.used));
    this.batch.bytes = larger;
  }
}

function write(bytes: Uint8Array, start: number, text: string): number {
  if (text.length > 24) return Buffer.from(bytes.buffer, bytes.byteOffset).write(text, start);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return Buffer.from(bytes.buffer, bytes.byteOffset).write(text, start);
    bytes[start + i] = code;
  }
  return text.length;
}
