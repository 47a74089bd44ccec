import { beginsTable, type TableShape, tableShape } from '#core/measure/recognise/next-table.ts';
import { isBlank, isComment, SAMPLE_ROWS, type SampleRow, type TableSample } from '#core/measure/recognise/sample.ts';
import { excerpt } from './excerpt.ts';
import { LIMITS } from './limits.ts';
import type { RowBatch } from './row-batch.ts';

/** Takes the rows of one table, all of them from the first line on. */
export interface RowTaker {
  accept(batch: RowBatch, row: number): void;
  finish(): unknown;
}

/** A row of a table that is held back until the table is recognised. */
export interface HeldRow {
  readonly batch: RowBatch;
  readonly row: number;
  readonly sample: SampleRow;
}

/** Says who takes the rows of a table, by its first rows; null: nobody, the table is passed over. */
export type BeginSection = (sample: TableSample, section: number, held: readonly HeldRow[]) => RowTaker | null;

/** Rows are held back until a table can be recognised: so many without anything but remarks, and so many bytes. */
const PREAMBLE_ROWS = 2_000;
const HEAD_BYTES = 8 * 1024 * 1024;
/** Characters of a cell that are shown and looked at. */
const CELL_SHOWN = 1_000;

/**
 * Cuts the rows of a part into its tables. [ING-08, ING-09]
 *
 * A text that begins with `#` lines may hold several tables, one below the other: a blank line or another `#` line after the rows of
 * one begins the next. Elsewhere a blank line does when headings follow that cannot be a row of the table above.
 */
export class Sections {
  private readonly begin: BeginSection;
  private head: HeldRow[] = [];
  private contents = 0;
  private bytes = 0;
  private taker: RowTaker | null | undefined;
  private section = 0;
  private commented: boolean | undefined;
  private shape: TableShape | undefined;
  /** Rows from a blank line on, until it is known whether they begin another table. */
  private tail: HeldRow[] = [];
  private unclearLine: number | undefined;

  constructor(begin: BeginSection) {
    this.begin = begin;
  }

  /** Number of tables met so far. */
  get count(): number {
    return this.section;
  }

  /** First line after a blank one from which it cannot be told whether another table begins. */
  get unclear(): number | undefined {
    return this.unclearLine;
  }

  push(batch: RowBatch): void {
    if (this.section > LIMITS.tables) return;
    for (let row = 0; row < batch.rows; row++) {
      if (this.taker === undefined) this.gather(heldRow(batch, row));
      else if (this.commented && endsTable(batch, row)) {
        this.close();
        this.gather(heldRow(batch, row));
      } else if (this.tail.length > 0 || (this.shape && isEmpty(batch, row))) this.look(heldRow(batch, row));
      else this.taker?.accept(batch, row);
    }
  }

  end(): void {
    this.settleTail(true);
    while (this.taker === undefined && this.contents > 0) this.open(true);
    this.close();
  }

  private gather(held: HeldRow): void {
    const { batch, row, sample } = held;
    this.bytes += batch.size(row);
    this.commented ??= isComment(sample);
    const comment = isComment(sample);
    const blank = isBlank(sample);
    if (this.commented && (comment ? this.contents > 0 : blank && this.contents > 1)) {
      this.open(true);
      this.close();
    }
    this.head.push(held);
    if (!comment && !blank) this.contents += 1;
    const isMuch = this.bytes > HEAD_BYTES && this.contents > 1;
    if (isMuch || this.head.length >= (this.contents > 0 ? SAMPLE_ROWS : PREAMBLE_ROWS)) this.open(false);
  }

  private open(complete: boolean): void {
    const { head } = this;
    const next = this.commented ? undefined : this.tableBelow(head, complete);
    const own = next ? head.slice(0, next.at) : head;
    const sample = { rows: own.map(each => each.sample), complete: complete || next?.begins === 'yes' };
    this.taker = this.section < LIMITS.tables ? this.begin(sample, this.section, own) : null;
    this.section += 1;
    this.shape = this.commented ? undefined : tableShape(sample.rows);
    this.head = [];
    this.contents = 0;
    this.bytes = 0;
    for (const { batch, row } of own) this.taker?.accept(batch, row);
    if (!next) return;
    const rest = head.slice(next.at);
    if (next.begins === 'more') this.tail = rest;
    else {
      this.close();
      for (const held of rest) this.gather(held);
    }
  }

  /** Where in held rows another table begins, at the blank line above it, or may begin once more rows are known. */
  private tableBelow(
    held: readonly HeldRow[],
    complete: boolean,
  ): { readonly at: number; readonly begins: 'yes' | 'more' } | undefined {
    const rows = samplesOf(held);
    for (const [at, row] of rows.entries()) {
      const isFirstBlank = isBlank(row) && at > 0 && !isBlank(rows[at - 1] ?? row);
      const shape = isFirstBlank ? tableShape(rows.slice(0, at)) : undefined;
      const begins = shape ? this.begins(rows.slice(at), shape, complete) : 'no';
      if (begins !== 'no') return { at, begins };
    }
    return undefined;
  }

  private begins(rows: readonly SampleRow[], shape: TableShape, complete: boolean): 'yes' | 'no' | 'more' {
    const found = beginsTable(rows, shape, complete);
    if (found !== 'unclear') return found;
    this.unclearLine ??= rows.find(row => !isBlank(row))?.line;
    return 'no';
  }

  private look(held: HeldRow): void {
    this.tail.push(held);
    this.settleTail(false);
  }

  private settleTail(complete: boolean): void {
    const { tail, shape } = this;
    if (tail.length === 0 || !shape) return;
    const begins = this.begins(samplesOf(tail), shape, complete);
    if (begins === 'more') return;
    this.tail = [];
    if (begins === 'no') {
      for (const { batch, row } of tail) this.taker?.accept(batch, row);
      return;
    }
    this.close();
    for (const held of tail) this.gather(held);
  }

  private close(): void {
    this.taker?.finish();
    this.taker = undefined;
    this.shape = undefined;
    this.head = [];
    this.contents = 0;
    this.bytes = 0;
  }
}

function samplesOf(held: readonly HeldRow[]): readonly SampleRow[] {
  return held.map(({ sample }) => sample);
}

function heldRow(batch: RowBatch, row: number): HeldRow {
  return { batch, row, sample: { line: batch.line(row), cells: batch.texts(row).map(cell => excerpt(cell, CELL_SHOWN)) } };
}

/** Whether no cell of a row holds anything; its first cell answers that for nearly every row. */
function isEmpty(batch: RowBatch, row: number): boolean {
  const first = batch.firstCell(row);
  const start = batch.starts[first] ?? 0;
  if ((batch.ends[first] ?? 0) > start && (batch.bytes[start] ?? 0) > SPACE) return false;
  return isBlank({ line: 0, cells: batch.texts(row) });
}

const SPACE = 0x20;
const HASH = 0x23;

/** Whether a row is blank or a remark; its first letter answers that for nearly every row. */
function endsTable(batch: RowBatch, row: number): boolean {
  const cell = batch.firstCell(row);
  const start = batch.starts[cell] ?? 0;
  const byte = batch.bytes[start] ?? 0;
  if (start < (batch.ends[cell] ?? 0) && byte > SPACE && byte !== HASH && byte < 0x80) return false;
  const cells = batch.texts(row);
  return isComment({ line: 0, cells }) || isBlank({ line: 0, cells });
}
