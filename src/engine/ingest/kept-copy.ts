import type { Decision } from '#core/measure/recognise/inspection.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import type { ByteWriter } from './byte-writer.ts';
import { HashReader } from './cell/hash-reader.ts';
import { HASH_DIGITS } from './cell/remembered-hashes.ts';
import { writeField } from './csv-field.ts';
import type { RowBatch } from './row-batch.ts';

const COMMA = 0x2c;
const LF = 0x0a;

/**
 * Writes the copy of a table that is kept in place of the received file: UTF-8, comma, one row of headings, without the columns that
 * are left out as personal and with hashes in place of those that are hashed. [ING-34]
 * Only rows that became rows of the dataset are in it; the lines between are empty, so that rows keep their line numbers where no cell
 * holds a line end.
 */
export class KeptCopy {
  private readonly out: ByteWriter;
  private readonly mapping: TableMapping;
  private readonly key: Uint8Array;
  private readonly isCommaSeparated: boolean;
  private columns: readonly { readonly index: number; readonly hash: HashReader | undefined }[] = [];
  private line = 1;

  constructor(out: ByteWriter, mapping: TableMapping, key: Uint8Array) {
    this.out = out;
    this.mapping = mapping;
    this.key = key;
    this.isCommaSeparated = mapping.format.delimiter === ',';
  }

  /** Writes the headings; columns without one are left out too, because nobody has looked at what they hold. */
  header(headings: readonly string[]): void {
    const { withheld, columns, header } = this.mapping;
    this.columns = headings.flatMap((heading, index) => {
      if (heading === '' ? this.mapping.wide?.label !== '' : withheld.includes(heading)) return [];
      const personal = columns.find(column => column.header === heading)?.personal;
      return [{ index, hash: personal?.decision === 'hash' ? new HashReader(this.key, personal.kind) : undefined }];
    });
    this.advanceTo(header.line);
    for (let place = 0; place < this.columns.length; place++) {
      const heading = Buffer.from(headings[this.columns[place]?.index ?? 0] ?? '');
      this.out.reserve(heading.length * 2 + 4);
      if (place > 0) this.out.byte(COMMA);
      this.field(heading, 0, heading.length);
    }
    this.endRow();
  }

  row(batch: RowBatch, row: number): void {
    this.advanceTo(batch.line(row));
    const { bytes, starts, ends } = batch;
    const width = batch.width(row);
    const first = batch.firstCell(row);
    this.out.reserve(batch.size(row) * 2 + this.columns.length * (HASH_DIGITS + 3) + 1);
    for (let place = 0; place < this.columns.length; place++) {
      const column = this.columns[place];
      if (!column) continue;
      const isThere = column.index < width;
      const start = isThere ? (starts[first + column.index] ?? 0) : 0;
      const end = isThere ? (ends[first + column.index] ?? 0) : 0;
      if (place > 0) this.out.byte(COMMA);
      const last = this.lastAsWritten(place, batch, row);
      if (last > place) {
        this.out.copy(bytes, start, ends[first + (this.columns[last]?.index ?? 0)] ?? 0);
        place = last;
      } else if (column.hash && start < end) {
        column.hash.read(bytes, start, end);
        column.hash.write(this.out);
      } else this.field(bytes, start, end);
    }
    this.endRow();
  }

  /**
   * The last of the columns from a place on that can be copied together as they are written: fields without quotes that stand side
   * by side with nothing but a comma between them.
   */
  private lastAsWritten(place: number, batch: RowBatch, row: number): number {
    if (!this.isCommaSeparated || batch.joined.has(row)) return place;
    const { columns } = this;
    const { starts, ends } = batch;
    const first = batch.firstCell(row);
    const width = batch.width(row);
    let last = place;
    for (; last + 1 < columns.length; last++) {
      const [column, next] = [columns[last], columns[last + 1]];
      if (!column || !next || column.hash || next.hash || next.index !== column.index + 1 || next.index >= width) break;
      if ((ends[first + column.index] ?? 0) + 1 !== starts[first + next.index]) break;
    }
    return last;
  }

  /** Room for the field must be there. */
  private field(bytes: Uint8Array, start: number, end: number): void {
    if (!writeField(this.out, bytes, start, end)) return;
    for (let at = start; at < end; at++) if (bytes[at] === LF) this.line += 1;
  }

  private advanceTo(line: number): void {
    for (; this.line < line; this.line += 1) {
      this.out.reserve(1);
      this.out.byte(LF);
    }
  }

  private endRow(): void {
    this.out.byte(LF);
    this.line += 1;
    this.out.settle();
  }
}

/** The decision by which the kept copy gives the same rows again. */
export function decisionForCopy({ mapping }: Decision): Decision {
  return {
    skipBadRows: false,
    keep: 'received',
    mapping: {
      ...mapping,
      table: { part: '', section: 0 },
      format: { encoding: 'utf-8', delimiter: ',', decimalMark: mapping.format.decimalMark },
      header: { line: mapping.header.line, rows: 1, names: 'last' },
      withheld: [],
      columns: mapping.columns.map(column =>
        column.personal?.decision === 'hash' ? { ...column, personal: { ...column.personal, decision: 'hashed' } } : column,
      ),
    },
  };
}
