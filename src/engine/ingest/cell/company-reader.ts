import { companyName } from '#core/measure/company-name.ts';
import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { writeField } from '../csv-field.ts';
import { textOf } from '../row-batch.ts';
import type { CellReader } from './cell-reader.ts';

const REMEMBERED = 50_000;

/** Names of companies as the one they are merged under; an empty cell is missing. [IDN-01] */
export class CompanyReader implements CellReader {
  size = 0;
  private name: Uint8Array = new Uint8Array(0);
  private readonly known = new Map<string, Uint8Array>();

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    this.name = start === end ? new Uint8Array(0) : this.nameOf(textOf(bytes, start, end));
    this.size = this.name.length * 2 + 2;
    return this.name.length === 0 ? 'missing' : 'value';
  }

  write(out: ByteWriter): void {
    writeField(out, this.name, 0, this.name.length);
  }

  private nameOf(text: string): Uint8Array {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const name = Buffer.from(companyName(text));
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(text, name);
    return name;
  }
}
