import { LIMITS } from './limits.ts';
import { refuse } from './refusal.ts';
import { RowBatch } from './row-batch.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts delimited text (UTF-8 bytes in pieces of any size) into rows. [ING-06]
 *
 * Rows end at LF, CR LF or CR, mixed as they come. A field may be quoted with `"`, doubled inside; a quote inside an unquoted
 * field is an ordinary character. Text after a closing quote is reported as a fault of the row. A quote that never closes, a
 * field or row that is too long and too many columns end the reading with a refusal.
 * Lines are counted as an editor counts them: line ends inside quotes count too.
 */
export class DelimitedScanner {
  private readonly delimiter: number;
  /** The largest byte that can end an unquoted field; nearly all bytes of a field are larger. */
  private readonly highest: number;
  private rest: Uint8Array = new Uint8Array(0);
  private line = 1;
  private last: RowBatch | undefined;

  /** `delimiter`: one ASCII character. */
  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
    this.highest = Math.max(this.delimiter, CR);
  }

  /** The rows that are complete with this piece. The batch owns its bytes. */
  push(piece: Uint8Array): RowBatch {
    return this.scan(piece, false);
  }

  /** The last row, when the text does not end with a line end. */
  end(): RowBatch {
    return this.scan(new Uint8Array(0), true);
  }

  private scan(piece: Uint8Array, final: boolean): RowBatch {
    const bytes = new Uint8Array(this.rest.length + piece.length);
    bytes.set(this.rest);
    bytes.set(piece, this.rest.length);
    const batch = new RowBatch(bytes, this.last);
    this.last = batch;
    let position = 0;
    for (;;) {
      position = this.scanPlainRows(batch, position);
      const next = position < bytes.length ? this.scanRow(batch, position, final) : INCOMPLETE;
      if (next === INCOMPLETE) break;
      position = next;
    }
    this.rest = bytes.slice(position);
    if (this.rest.length > LIMITS.rowBytes) throw refuse('row-too-long', { limit: LIMITS.rowBytes }, { line: this.line });
    return batch;
  }

  /**
   * Reads rows as nearly all are: unquoted fields, and quoted ones that hold neither quotes nor line ends. Gives the position of the
   * first row that is otherwise, incomplete or beyond a limit, which `scanRow` then looks at more closely.
   */
  private scanPlainRows(batch: RowBatch, from: number): number {
    const { bytes } = batch;
    const { delimiter, highest } = this;
    const length = bytes.length;
    let rowStart = from;
    let position = from;
    while (position < length) {
      const isQuoted = bytes[position] === QUOTE;
      const start = isQuoted ? position + 1 : position;
      position = start;
      if (isQuoted) while (position < length && !isQuoteOrEnd(bytes[position] ?? 0)) position += 1;
      else
        while (position < length) {
          const byte = bytes[position] ?? 0;
          if (byte <= highest && (byte === delimiter || byte === LF || byte === CR)) break;
          position += 1;
        }
      batch.addCell(start, position);
      if (isQuoted && bytes[position] !== QUOTE) break;
      if (isQuoted) position += 1;
      const sign = position < length ? bytes[position] : undefined;
      if (sign === delimiter) {
        position += 1;
        if (batch.openCells >= LIMITS.columns) break;
      } else if (sign === LF || (sign === CR && position + 1 < length)) {
        if (position - rowStart > LIMITS.fieldBytes) break;
        batch.endRow(this.line);
        this.line += 1;
        position += sign === CR && bytes[position + 1] === LF ? 2 : 1;
        rowStart = position;
      } else break;
    }
    batch.dropOpenCells();
    return rowStart;
  }

  /** Reads one row; gives the position after it, or INCOMPLETE when more bytes are needed. */
  private scanRow(batch: RowBatch, rowStart: number, final: boolean): number {
    const { bytes } = batch;
    const { delimiter, highest } = this;
    const length = bytes.length;
    let position = rowStart;
    let lines = 0;
    let doubled = false;
    let column = 0;
    for (;;) {
      let start = position;
      let end: number;
      if (position < length && bytes[position] === QUOTE) {
        start = position + 1;
        position = start;
        const opened = this.line + lines;
        for (;;) {
          if (position >= length) {
            if (final) throw refuse('unclosed-quote', {}, { line: opened });
            return this.incomplete(batch, start, position, column, opened);
          }
          const byte = bytes[position];
          if (byte === QUOTE) {
            if (position + 1 >= length && !final) return this.incomplete(batch, start, position, column, opened);
            if (bytes[position + 1] !== QUOTE) break;
            doubled = true;
            position += 2;
          } else {
            if (byte === LF) lines += 1;
            else if (byte === CR) {
              if (position + 1 >= length && !final) return this.incomplete(batch, start, position, column, opened);
              if (bytes[position + 1] !== LF) lines += 1;
            }
            position += 1;
          }
        }
        end = position;
        position += 1;
        const after = bytes[position];
        if (position < length && after !== delimiter && after !== LF && after !== CR) {
          batch.faults.set(batch.rows, { reason: 'text-after-quote', column });
          while (position < length && bytes[position] !== delimiter && bytes[position] !== LF && bytes[position] !== CR)
            position += 1;
        }
      } else {
        while (position < length) {
          const byte = bytes[position] ?? 0;
          if (byte <= highest && (byte === delimiter || byte === LF || byte === CR)) break;
          position += 1;
        }
        end = position;
      }
      if (end - start > LIMITS.fieldBytes) throw tooLong(this.line + lines, column);
      if (position >= length && !final) return this.incomplete(batch, start, position, column, this.line);
      batch.addCell(doubled ? -start - 1 : start, end);
      if (position >= length) break;
      const byte = bytes[position];
      if (byte === delimiter) {
        position += 1;
        column += 1;
        if (column >= LIMITS.columns) throw refuse('too-many-columns', { limit: LIMITS.columns }, { line: this.line });
        continue;
      }
      if (byte === CR) {
        if (position + 1 >= length && !final) return this.incomplete(batch, start, position, column, this.line);
        position += bytes[position + 1] === LF ? 2 : 1;
      } else position += 1;
      lines += 1;
      break;
    }
    batch.endRow(this.line);
    if (doubled) unescapeRow(batch, batch.rows - 1);
    this.line += lines;
    return position;
  }

  private incomplete(batch: RowBatch, start: number, position: number, column: number, line: number): typeof INCOMPLETE {
    if (position - start > LIMITS.fieldBytes) throw tooLong(line, column);
    batch.dropOpenCells();
    batch.faults.delete(batch.rows);
    return INCOMPLETE;
  }
}

const INCOMPLETE = -1;

function tooLong(line: number, column: number): Error {
  return refuse('field-too-long', { column: column + 1, limit: LIMITS.fieldBytes }, { line });
}

function isQuoteOrEnd(byte: number): boolean {
  return byte === QUOTE || byte === LF || byte === CR;
}

/** Halves the doubled quotes of a row's cells in place; such cells carry their start as −start − 1 until then. */
function unescapeRow(batch: RowBatch, row: number): void {
  const { bytes, starts, ends } = batch;
  const first = batch.firstCell(row);
  for (let cell = first; cell < first + batch.width(row); cell++) {
    const marked = starts[cell] ?? 0;
    if (marked >= 0) continue;
    const start = -marked - 1;
    const quoted = start > 0 && bytes[start - 1] === QUOTE;
    starts[cell] = start;
    if (!quoted) continue;
    const end = ends[cell] ?? 0;
    let write = start;
    for (let read = start; read < end; read++) {
      bytes[write] = bytes[read] ?? 0;
      write += 1;
      if (bytes[read] === QUOTE) read += 1;
    }
    ends[cell] = write;
  }
}
