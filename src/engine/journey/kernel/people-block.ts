/**
 * What a kernel is given at a time: the rows of some people that pass any of its filters, person by person, each in order of
 * time; rows of one moment stand in no order that means anything [JRN-08].
 * Rows of person i lie from `from[i]` up to, not including, `from[i + 1]`. The same object is filled again for the next block.
 */
export interface PeopleBlock {
  /** People with at least one row. */
  people: number;
  readonly person: Uint32Array;
  readonly from: Uint32Array;
  /** Milliseconds since 1970 UTC. */
  time: Float64Array;
  /** Which filters 0 … 31 the row passes. */
  mask: Uint32Array;
  /** Which filters 32 … 63; all 0 where there are none. */
  mask2: Uint32Array;
  /** Codes of the wanted dimensions, in the order wanted. */
  readonly columns: Uint32Array[];
  /** NaN where an event has no value; empty where not wanted. */
  value: Float64Array;
  /** Equal for rows of the same session of a person [JRN-07]; at least `DERIVED` where found by the gap. Empty where not wanted. */
  session: Uint32Array;
}

/** What a kernel needs beside time and masks. */
export interface Wanted {
  /** Positions in the vocabulary. */
  readonly dimensions: readonly number[];
  readonly value: boolean;
  readonly session: boolean;
}

/** Sessions that the source does not name are numbered from here within each person. */
export const DERIVED = 0x80000000;

export const SESSION_GAP = 30 * 60_000;

export const PEOPLE_PER_BLOCK = 256;

export function emptyBlock(wanted: Wanted): PeopleBlock {
  const block: PeopleBlock = {
    people: 0,
    person: new Uint32Array(PEOPLE_PER_BLOCK),
    from: new Uint32Array(PEOPLE_PER_BLOCK + 1),
    time: new Float64Array(0),
    mask: new Uint32Array(0),
    mask2: new Uint32Array(0),
    columns: wanted.dimensions.map(() => new Uint32Array(0)),
    value: new Float64Array(0),
    session: new Uint32Array(0),
  };
  growBlock(block, wanted, 32_768);
  return block;
}

/** Makes room for `rows` rows; what was there is gone. */
export function growBlock(block: PeopleBlock, wanted: Wanted, rows: number): void {
  block.time = new Float64Array(rows);
  block.mask = new Uint32Array(rows);
  block.mask2 = new Uint32Array(rows);
  for (let i = 0; i < block.columns.length; i++) block.columns[i] = new Uint32Array(rows);
  if (wanted.value) block.value = new Float64Array(rows);
  if (wanted.session) block.session = new Uint32Array(rows);
}
