/**
 * Values at 1-based positions of what the lists hold together in ascending order, exactly. Non-negative finite numbers. Two passes: numbers are
 * counted by their leading bits, then only those of the cell that holds the position are sorted.
 */
export function orderStatistics(lists: readonly Float64Array[], positions: readonly number[]): readonly number[] {
  const counts = new Uint32Array(CELLS);
  for (const list of lists) countCells(list, counts);
  return positions.map(position => {
    let before = 0;
    let cell = 0;
    while (cell < CELLS && before + (counts[cell] as number) < position) before += counts[cell++] as number;
    if (cell === CELLS) throw new Error(`no position ${position} among ${before} values`);
    const inCell = new Float64Array(counts[cell] as number);
    let n = 0;
    for (const list of lists) n = takeCell(list, cell, inCell, n);
    return inCell.sort()[position - before - 1] as number;
  });
}

/** Lower median and the value at ceil(0.9 n), with the number of values. */
export function medianAndP90(lists: readonly Float64Array[]): { readonly median: number; readonly p90: number } | null {
  const n = lists.reduce((sum, { length }) => sum + length, 0);
  if (n === 0) return null;
  // Whole numbers, because 0.9 n is not exact: ceil(9 n / 10).
  const [median = 0, p90 = 0] = orderStatistics(lists, [Math.ceil(n / 2), Math.ceil((9 * n) / 10)]);
  return { median, p90 };
}

/** 256 cells per doubling, from below 1 up to 2^63. */
const CELLS = 1 + 64 * 256;
const shared = new Float64Array(1);
const bits = new Uint32Array(shared.buffer);
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

function cellOf(value: number): number {
  if (value < 1) return 0;
  shared[0] = value;
  return Math.min(CELLS - 1, 1 + (((bits[HIGH] as number) - 0x3ff00000) >>> 12));
}

function countCells(list: Float64Array, counts: Uint32Array): void {
  for (let i = 0; i < list.length; i++) {
    const cell = cellOf(list[i] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
}

function takeCell(list: Float64Array, cell: number, into: Float64Array, from: number): number {
  let n = from;
  for (let i = 0; i < list.length; i++) {
    const value = list[i] as number;
    if (cellOf(value) === cell) into[n++] = value;
  }
  return n;
}
