import type { RowFault } from '#core/measure/recognise/row-fault.ts';

/**
 * Rows of one stretch of a file: the UTF-8 bytes of the cells, and where each cell begins and ends.
 * Cells stay bytes until somebody needs text, because most cells are digits that are checked, summed and copied as they are.
 */
export class RowBatch {
  bytes: Uint8Array;
  /** Number of rows. */
  rows = 0;
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
  private cellCount = 0;
  private firstCells: Int32Array<ArrayBuffer>;
  private lineNumbers: Int32Array<ArrayBuffer>;
  /** What was wrong with the writing of a row, by row. */
  readonly faults = new Map<number, RowFault>();
  /** Rows in which numbers were put together again, with the first of these numbers. [ING-07] */
  readonly joined = new Map<number, string>();

  /** `like`: a batch that probably has as many cells. */
  constructor(bytes: Uint8Array, like?: RowBatch) {
    this.bytes = bytes;
    const cells = Math.max(1024, Math.ceil((like?.cellCount ?? 0) * 1.1));
    const rows = Math.max(256, Math.ceil((like?.rows ?? 0) * 1.1));
    this.starts = new Int32Array(cells);
    this.ends = new Int32Array(cells);
    this.firstCells = new Int32Array(rows);
    this.lineNumbers = new Int32Array(rows);
  }

  addCell(start: number, end: number): void {
    if (this.cellCount === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.starts[this.cellCount] = start;
    this.ends[this.cellCount] = end;
    this.cellCount += 1;
  }

  /** Ends a row: the cells added since the last end belong to it. `line` is its 1-based line in the file. */
  endRow(line: number): void {
    if (this.rows + 1 >= this.firstCells.length) {
      this.firstCells = grown(this.firstCells);
      this.lineNumbers = grown(this.lineNumbers);
    }
    this.lineNumbers[this.rows] = line;
    this.rows += 1;
    this.firstCells[this.rows] = this.cellCount;
  }

  /** Cells added since the last end of a row. */
  get openCells(): number {
    return this.cellCount - (this.firstCells[this.rows] ?? 0);
  }

  /** Forgets the cells added since the last end of a row. */
  dropOpenCells(): void {
    this.cellCount = this.firstCells[this.rows] ?? 0;
  }

  firstCell(row: number): number {
    return this.firstCells[row] ?? 0;
  }

  width(row: number): number {
    return (this.firstCells[row + 1] ?? 0) - (this.firstCells[row] ?? 0);
  }

  line(row: number): number {
    return this.lineNumbers[row] ?? 0;
  }

  /** Makes one cell of several that stand side by side in the bytes; the row ends with as many empty cells as it has lost. */
  joinCells(row: number, column: number, count: number): void {
    const { starts, ends } = this;
    const at = this.firstCell(row) + column;
    const last = this.firstCells[row + 1] ?? 0;
    ends[at] = ends[at + count - 1] ?? 0;
    starts.copyWithin(at + 1, at + count, last);
    ends.copyWithin(at + 1, at + count, last);
    for (let cell = last - count + 1; cell < last; cell++) starts[cell] = ends[cell] = ends[last - 1] ?? 0;
  }

  /** Bytes of a row's cells. */
  size(row: number): number {
    const first = this.firstCell(row);
    let bytes = 0;
    for (let cell = first; cell < first + this.width(row); cell++) bytes += (this.ends[cell] ?? 0) - (this.starts[cell] ?? 0);
    return bytes;
  }

  /** A cell as text; empty beyond the end of the row. */
  text(row: number, column: number): string {
    if (column >= this.width(row)) return '';
    const cell = this.firstCell(row) + column;
    return textOf(this.bytes, this.starts[cell] ?? 0, this.ends[cell] ?? 0);
  }

  texts(row: number): string[] {
    const cells: string[] = [];
    const first = this.firstCell(row);
    const last = first + this.width(row);
    for (let cell = first; cell < last; cell++) cells.push(textOf(this.bytes, this.starts[cell] ?? 0, this.ends[cell] ?? 0));
    return cells;
  }
}

/** UTF-8 bytes as text. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
