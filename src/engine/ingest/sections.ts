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
 * Cuts the rows of a part into its tables. [ING-08]
 *
 * A text that begins with `#` lines may hold several tables, one below the other: a blank line or another `#` line after the rows of
 * one begins the next. Everything else is one table.
 */
export class Sections {
  private readonly begin: BeginSection;
  private head: HeldRow[] = [];
  private contents = 0;
  private bytes = 0;
  private taker: RowTaker | null | undefined;
  private section = 0;
  private commented: boolean | undefined;

  constructor(begin: BeginSection) {
    this.begin = begin;
  }

  /** Number of tables met so far. */
  get count(): number {
    return this.section;
  }

  push(batch: RowBatch): void {
    if (this.section > LIMITS.tables) return;
    for (let row = 0; row < batch.rows; row++) {
      if (this.taker === undefined) this.gather(batch, row);
      else if (this.commented && endsTable(batch, row)) {
        this.close();
        this.gather(batch, row);
      } else this.taker?.accept(batch, row);
    }
  }

  end(): void {
    if (this.taker === undefined && this.contents > 0) this.open(true);
    this.close();
  }

  private gather(batch: RowBatch, row: number): void {
    const cells = batch.texts(row).map(cell => excerpt(cell, CELL_SHOWN));
    const sample: SampleRow = { line: batch.line(row), cells };
    this.bytes += batch.size(row);
    this.commented ??= isComment(sample);
    const comment = isComment(sample);
    const blank = isBlank(sample);
    if (this.commented && (comment ? this.contents > 0 : blank && this.contents > 1)) {
      this.open(true);
      this.close();
    }
    this.head.push({ batch, row, sample });
    if (!comment && !blank) this.contents += 1;
    const isMuch = this.bytes > HEAD_BYTES && this.contents > 1;
    if (isMuch || this.head.length >= (this.contents > 0 ? SAMPLE_ROWS : PREAMBLE_ROWS)) this.open(false);
  }

  private open(complete: boolean): void {
    const { head } = this;
    const sample = { rows: head.map(each => each.sample), complete };
    this.taker = this.section < LIMITS.tables ? this.begin(sample, this.section, head) : null;
    this.section += 1;
    this.head = [];
    this.contents = 0;
    this.bytes = 0;
    for (const { batch, row } of head) this.taker?.accept(batch, row);
  }

  private close(): void {
    this.taker?.finish();
    this.taker = undefined;
    this.head = [];
    this.contents = 0;
    this.bytes = 0;
  }
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
