import type { Codes, EventPart, RowValues } from '../kernel/event-part.ts';

/** Rows of events with codes of the store, in any order; what batches become before they are sorted into parts. */
export interface EventColumns {
  readonly length: number;
  readonly person: Codes;
  readonly time: Float64Array;
  readonly name: Codes;
  readonly dimensions: readonly (Codes | null)[];
  readonly value: Float64Array | null;
  readonly session: Codes | null;
}

/** A part as the store makes it, before what kernels want to know beside is worked out. */
export type StoredColumns = Omit<EventPart, 'lacksSession'>;

/** First moment of the month (UTC) of a moment. */
export function monthOf(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** Room for codes in memory that threads share, in the fewest bytes that hold the greatest. */
export function sharedCodes(length: number, most: number): Codes {
  if (most < 256) return new Uint8Array(new SharedArrayBuffer(length));
  if (most < 65_536) return new Uint16Array(new SharedArrayBuffer(2 * length));
  return sharedUint32(length);
}

export function sharedUint32(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(4 * length));
}

export function sharedFloat64(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length));
}

export function greatest(numbers: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) if ((numbers[i] as number) > most) most = numbers[i] as number;
  return most;
}

/** Of values by row, NaN where there is none; null where no row has one. */
export function rowValues(value: Float64Array): RowValues | null {
  let n = 0;
  for (let row = 0; row < value.length; row++) if (!Number.isNaN(value[row])) n++;
  if (n === 0) return null;
  const [rows, amounts] = [sharedUint32(n), sharedFloat64(n)];
  n = 0;
  for (let row = 0; row < value.length; row++) {
    if (Number.isNaN(value[row])) continue;
    rows[n] = row;
    amounts[n++] = value[row] as number;
  }
  return { rows, amounts };
}
