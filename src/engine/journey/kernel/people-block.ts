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
  /** The kernel changes the order of the rows that it is given. */
  readonly sorts?: boolean;
  /** There are more than 32 filters. */
  readonly isWide?: boolean;
}

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
  growBlock(block, wanted, 8_192);
  return block;
}

/** Makes room for `rows` rows or more; what was there stays. */
export function growBlock(block: PeopleBlock, wanted: Wanted, rows: number): void {
  const size = Math.max(rows, block.time.length * 2);
  block.time = longer(block.time, new Float64Array(size));
  block.mask = longer(block.mask, new Uint32Array(size));
  block.mask2 = longer(block.mask2, new Uint32Array(size));
  for (const [i, column] of block.columns.entries()) block.columns[i] = longer(column, new Uint32Array(size));
  if (wanted.value) block.value = longer(block.value, new Float64Array(size));
  if (wanted.session) block.session = longer(block.session, new Uint32Array(size));
}

function longer<Numbers extends Float64Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
