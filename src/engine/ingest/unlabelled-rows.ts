import { trimmed } from '#core/number/decimal.ts';
import { NumberReader } from './cell/number-reader.ts';
import type { RowBatch } from './row-batch.ts';
import type { RowColumns } from './row-columns.ts';
import { TextBatch } from './text-batch.ts';

/** A row whose day and dimensions are all empty, or whose label may be a name: a total, or data. */
export interface UnlabelledRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows that are kept aside until all others are known. */
const MOST = 1_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** Decides about rows without a label once the others have been summed. [ING-14] */
export class UnlabelledRows {
  private readonly waiting: UnlabelledRow[] = [];
  private bytes = 0;

  /** Keeps a row aside; false when there are too many already. */
  keep(batch: RowBatch, row: number): boolean {
    this.bytes += batch.size(row);
    if (this.waiting.length >= MOST || this.bytes > MOST_BYTES) return false;
    this.waiting.push({ line: batch.line(row), cells: batch.texts(row) });
    return true;
  }

  /**
   * Sorts the rows kept aside into totals and others.
   *
   * A row is a total when one of its numbers is exactly the sum of that column's other rows, when none of its numbers is smaller than
   * that sum, or, in a table of numbers that do not add up, when none is smaller than the largest of its column.
   */
  conclude(columns: RowColumns): { readonly totals: readonly UnlabelledRow[]; readonly others: readonly UnlabelledRow[] } {
    const totals: UnlabelledRow[] = [];
    const others: UnlabelledRow[] = [];
    for (const row of this.waiting) {
      (addsUp(row, columns) ? totals : others).push(row);
    }
    return { totals, others };
  }
}

/** A row of texts as a batch, to be read like any other. */
export function batchOf({ line, cells }: UnlabelledRow): RowBatch {
  const batch = new TextBatch();
  batch.row(line, cells);
  return batch.finish();
}

function addsUp(row: UnlabelledRow, { columns }: RowColumns): boolean {
  const batch = batchOf(row);
  let equal = 0;
  let smaller = 0;
  let additive = 0;
  let belowLargest = 0;
  for (const { column, index, reader } of columns) {
    if (!(reader instanceof NumberReader) || index >= batch.width(0)) continue;
    const cell = batch.firstCell(0) + index;
    if (reader.read(batch.bytes, batch.starts[cell] ?? 0, batch.ends[cell] ?? 0) !== 'value') continue;
    if (reader.approximately < reader.largest) belowLargest += 1;
    if (column.notAdditive) continue;
    additive += 1;
    const sum = reader.total.value;
    if (sum === null || Number(sum) === 0) continue;
    if (reader.value === trimmed(sum)) equal += 1;
    if (reader.approximately < Number(sum)) smaller += 1;
  }
  if (additive === 0) return belowLargest === 0;
  return equal > 0 || smaller === 0;
}
