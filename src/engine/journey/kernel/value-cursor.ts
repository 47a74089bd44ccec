import { NO_VALUES, type RowSlice } from './row-slice.ts';

/** Looks up values of a slice's rows in ascending order. Rows before `next` have none, so that most rows cost one comparison. */
export class ValueCursor {
  next = NO_ROW;
  private values = NO_VALUES;
  private at = 0;

  start({ values, valueAt }: RowSlice): void {
    this.values = values;
    this.at = valueAt;
    this.next = valueAt < values.rows.length ? (values.rows[valueAt] as number) : NO_ROW;
  }

  /** NaN where the row has no value. */
  of(row: number): number {
    if (row < this.next) return Number.NaN;
    const { rows, amounts } = this.values;
    while (this.at < rows.length && (rows[this.at] as number) < row) this.at++;
    this.next = this.at < rows.length ? (rows[this.at] as number) : NO_ROW;
    return this.next === row ? (amounts[this.at] as number) : Number.NaN;
  }
}

/** Above all rows. */
const NO_ROW = 0xffffffff;
