import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { writeField } from '../csv-field.ts';
import type { CellReader } from './cell-reader.ts';

/** Text is kept byte for byte, blanks at its ends too: `google` and `google ` are two values. An empty cell is missing. [ING-17] */
export class TextReader implements CellReader {
  size = 0;
  protected bytes: Uint8Array = new Uint8Array(0);
  protected start = 0;
  protected end = 0;

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.size = (end - start) * 2 + 2;
    return start === end ? 'missing' : 'value';
  }

  write(out: ByteWriter): void {
    writeField(out, this.bytes, this.start, this.end);
  }
}
