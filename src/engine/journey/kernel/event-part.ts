/** Codes of a column's values; the store's dictionary says what they mean. 0 is "not given". */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * Events of one month in columns, ordered by person and time. Slice i of the rows, from `starts[i]` up to,
 * not including, `starts[i + 1]`, belongs to `people[i]`; people ascend. Two parts may speak of the same month (what came later
 * lies in parts of its own until they are put together), never of overlapping months otherwise.
 */
export interface EventPart {
  /** First moment of the month, ms since 1970 UTC. */
  readonly base: number;
  readonly people: Uint32Array;
  readonly starts: Uint32Array;
  /** Milliseconds since `base`. */
  readonly time: Uint32Array;
  readonly name: Codes;
  /** In the order of the vocabulary's dimensions; null: not given anywhere in this part. */
  readonly dimensions: readonly (Codes | null)[];
  /** Null: no event of this part has a value. */
  readonly values: RowValues | null;
  /** 0 where the source gives none; null: the source gives none anywhere in this part. */
  readonly session: Uint32Array | null;
  /** Some event of this part has no session of the source. */
  readonly lacksSession: boolean;
}

/** Values of the rows that have one: rows ascend. Most events have none, so that a pass that goes through the rows in order needs no look at the others. */
export interface RowValues {
  readonly rows: Uint32Array;
  readonly amounts: Float64Array;
}

/** Stands for the name where a column is meant by its position among the dimensions. */
export const NAME = -1;

/** What codes stand for. Entry 0 is null everywhere. */
export interface Vocabulary {
  readonly names: readonly (string | null)[];
  readonly dimensions: readonly { readonly id: string; readonly values: readonly (string | null)[] }[];
}

/** Position of a dimension in the vocabulary. Questions are checked before, so a missing one is our mistake. */
export function dimensionIndex(vocabulary: Vocabulary, id: string): number {
  const index = vocabulary.dimensions.findIndex(dimension => dimension.id === id);
  if (index < 0) throw new Error(`no dimension ${id}`);
  return index;
}
