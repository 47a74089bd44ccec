import type { Codes, EventPart } from '../kernel/event-part.ts';

/** Rows of events with codes of the store, in any order; what batches become before they are sorted into parts. */
export interface EventColumns {
  readonly length: number;
  readonly person: Uint32Array;
  readonly time: Float64Array;
  readonly name: Uint32Array;
  readonly dimensions: readonly (Uint32Array | null)[];
  readonly value: Float64Array | null;
  readonly session: Uint32Array | null;
  /** Two hashes per row, both 0 without an id. */
  readonly id: Uint32Array | null;
}

/** A part with what the store needs beside what kernels do. */
export interface StoredColumns extends Omit<EventPart, 'valued' | 'lacksSession'> {
  readonly id: Uint32Array | null;
}

/** First moment of the month (UTC) of a moment. */
export function monthOf(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** Numbers in memory that threads share, in the fewest bytes that hold them. */
export function narrow(codes: ArrayLike<number>, most: number): Codes {
  const n = codes.length;
  const into: Codes =
    most < 256
      ? new Uint8Array(new SharedArrayBuffer(n))
      : most < 65_536
        ? new Uint16Array(new SharedArrayBuffer(2 * n))
        : new Uint32Array(new SharedArrayBuffer(4 * n));
  into.set(codes);
  return into;
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
