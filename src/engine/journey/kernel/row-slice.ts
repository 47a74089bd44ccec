import type { EventPart, RowValues } from './event-part.ts';

/**
 * Rows of one person that pass any of the filters, where they lie in a part, in order of time: row i is `rows[i] + shift`, i below `count`.
 * The same object is filled again for the next slice.
 */
export interface RowSlice {
  part: EventPart;
  rows: Uint32Array;
  count: number;
  shift: number;
  /** Which filters 0 … 31 row i passes. */
  masks: Uint32Array;
  /** Which filters 32 … 63; all 0 where there are none. */
  masks2: Uint32Array;
  /**
   * Where sessions are wanted: at `rows[i] + sessionShift`, equal for rows of the same session of a person [JRN-07]; at least `DERIVED` where
   * found by the gap.
   */
  session: Uint32Array;
  sessionShift: number;
  /** Where values are wanted: those of the part, by row. */
  values: RowValues;
  /** The first of the values that can be of this slice. */
  valueAt: number;
}

/** Sessions that the source does not name are numbered from here within each person. */
export const DERIVED = 0x80000000;

export const SESSION_GAP = 30 * 60_000;

export const NO_VALUES: RowValues = { rows: new Uint32Array(0), amounts: new Float64Array(0) };

const NO_PART: EventPart = {
  base: 0,
  people: new Uint32Array(0),
  starts: new Uint32Array(0),
  time: new Uint32Array(0),
  name: new Uint8Array(0),
  dimensions: [],
  values: null,
  session: null,
  lacksSession: false,
};

export function emptySlice(): RowSlice {
  const none = new Uint32Array(0);
  return {
    part: NO_PART,
    rows: none,
    count: 0,
    shift: 0,
    masks: none,
    masks2: none,
    session: none,
    sessionShift: 0,
    values: NO_VALUES,
    valueAt: 0,
  };
}
