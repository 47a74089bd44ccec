import { LIMITS } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { textOf } from '../row-batch.ts';
import { readXml } from './xml-events.ts';

const CHUNK = 4 * 1024 * 1024;

/** The texts that a workbook's cells share, as UTF-8 bytes outside the garbage-collected heap: text number → text. */
export class SharedStrings {
  private chunk = new Uint8Array(CHUNK);
  private used = 0;
  private readonly chunks: Uint8Array[] = [this.chunk];
  private chunkOf = new Uint16Array(1024);
  private starts = new Uint32Array(1024);
  private ends = new Uint32Array(1024);
  private bytes = 0;
  count = 0;

  add(text: string): void {
    const size = Buffer.byteLength(text);
    this.bytes += size;
    if (this.count >= LIMITS.sharedStrings || this.bytes > LIMITS.sharedStringBytes) {
      throw refuse('too-many-shared-strings', { limit: LIMITS.sharedStringBytes });
    }
    if (this.used + size > this.chunk.length) {
      this.chunk = new Uint8Array(Math.max(CHUNK, size));
      this.chunks.push(this.chunk);
      this.used = 0;
    }
    if (this.count === this.starts.length) this.grow();
    this.chunkOf[this.count] = this.chunks.length - 1;
    this.starts[this.count] = this.used;
    Buffer.from(this.chunk.buffer, this.used, size).write(text);
    this.used += size;
    this.ends[this.count] = this.used;
    this.count += 1;
  }

  /** Undefined when the workbook has no such text. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const chunk = this.chunks[this.chunkOf[index] ?? 0];
    return chunk ? textOf(chunk, this.starts[index] ?? 0, this.ends[index] ?? 0) : undefined;
  }

  private grow(): void {
    const length = this.starts.length * 2;
    const [chunkOf, starts, ends] = [new Uint16Array(length), new Uint32Array(length), new Uint32Array(length)];
    chunkOf.set(this.chunkOf);
    starts.set(this.starts);
    ends.set(this.ends);
    this.chunkOf = chunkOf;
    this.starts = starts;
    this.ends = ends;
  }
}

/** Reads the part with the shared texts. Runs of rich text are joined; the readings (furigana) beside them are left out. [ING-23] */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>, afterPiece: () => void): Promise<SharedStrings> {
  const strings = new SharedStrings();
  let text = '';
  let inText = false;
  let inReading = 0;
  const parts = readXml(pieces, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading += 1;
      else if (name === 't') inText = inReading === 0;
    },
    close(name) {
      if (name === 'si') strings.add(unescaped(text));
      else if (name === 'rPh') inReading -= 1;
      else if (name === 't') inText = false;
    },
    text(part) {
      if (!inText) return;
      text += part;
      if (text.length > LIMITS.fieldBytes) throw refuse('field-too-long', { column: 0, limit: LIMITS.fieldBytes });
    },
  });
  for await (const _ of parts) afterPiece();
  return strings;
}

/** Workbooks write characters that XML cannot hold as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
