import { GrowingNumbers } from './growing-numbers.ts';
import type { RowSlice } from './row-slice.ts';
import { ValueCursor } from './value-cursor.ts';

/** A person's conversions in order of time: rows with the bit that lie in a span. */
export class Conversions {
  readonly time = new GrowingNumbers();
  /** NaN where an event carries none. */
  readonly amount = new GrowingNumbers();
  private readonly bit: number;
  private readonly from: number;
  private readonly to: number;
  private readonly values = new ValueCursor();

  constructor(bit: number, span: { readonly from: number; readonly to: number } | undefined) {
    this.bit = bit;
    this.from = span?.from ?? Number.NEGATIVE_INFINITY;
    this.to = span?.to ?? Number.POSITIVE_INFINITY;
  }

  get count(): number {
    return this.time.length;
  }

  /** Begins with another person. */
  clear(): void {
    this.time.clear();
    this.amount.clear();
  }

  take(slice: RowSlice): void {
    const { part, rows, masks, count, shift } = slice;
    this.values.start(slice);
    for (let i = 0; i < count; i++) {
      if (((masks[i] as number) & this.bit) === 0) continue;
      const row = (rows[i] as number) + shift;
      const moment = part.base + (part.time[row] as number);
      if (moment < this.from || moment >= this.to) continue;
      this.time.add(moment);
      this.amount.add(this.values.of(row));
    }
  }
}
