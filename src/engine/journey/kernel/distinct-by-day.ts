/**
 * Distinct people (or sessions) per cell of day and code, such that days add up to any run of days: of those who were there in a cell, the days on which they were there
 * before with the same code. In a run of days one counts on the first of its days in the run, that is where the day before lies outside.
 */
export interface DistinctByDay {
  readonly counts: Float64Array;
  /** Days before of cell c lie, ascending, from `starts[c]` up to `starts[c + 1]`; who is there for the first time has none. */
  readonly starts: Uint32Array;
  readonly before: Uint16Array;
}

/** `again` holds cell × 65,536 + day before, in any order. */
export function distinctByDay(counts: Float64Array, again: readonly Float64Array[], days: number): DistinctByDay {
  const total = again.reduce((sum, { length }) => sum + length, 0);
  // By day before, then by cell: counting twice, so that within a cell days ascend.
  const byDay = sortedBy(again, total, days, key => key % 65_536);
  const keys = sortedBy([byDay], total, counts.length, cellOf);
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < total; i++) {
    const next = cellOf(keys[i] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let cell = 0; cell < counts.length; cell++) starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  const before = new Uint16Array(total);
  for (let i = 0; i < total; i++) before[i] = (keys[i] as number) % 65_536;
  return { counts, starts, before };
}

/** Those of the cell who were not there, with the same code, on a day from `first` on before it. */
export function newSince({ counts, starts, before }: DistinctByDay, cell: number, first: number): number {
  let [low, high] = [starts[cell] as number, starts[cell + 1] as number];
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((before[middle] as number) < first) low = middle + 1;
    else high = middle;
  }
  return (counts[cell] as number) - (end - low);
}

function cellOf(key: number): number {
  return Math.floor(key / 65_536);
}

function sortedBy(lists: readonly Float64Array[], total: number, places: number, placeOf: (key: number) => number): Float64Array {
  const starts = new Uint32Array(places + 1);
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      const next = placeOf(list[i] as number) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
  for (let place = 0; place < places; place++) starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number);
  const sorted = new Float64Array(total);
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      const place = placeOf(list[i] as number);
      const at = starts[place] as number;
      starts[place] = at + 1;
      sorted[at] = list[i] as number;
    }
  return sorted;
}
