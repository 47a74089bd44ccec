/** A cell of a grid. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A block of cells: where it was begun, and where it has got to. */
export interface Selection {
  readonly from: Spot;
  readonly to: Spot;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The block after a key: a step, to the ends with Home and End, to the edges with Ctrl; it grows with Shift. Else undefined. [PLN-73] */
export function moved(
  { from, to }: Selection,
  { key, isFar, grows }: { readonly key: string; readonly isFar: boolean; readonly grows: boolean },
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Selection | undefined {
  const step = STEPS[key];
  const far = isFar ? Math.max(rows, columns) : 1;
  const ends = key === 'Home' ? { row: isFar ? 0 : to.row, column: 0 } : key === 'End' && lastOf(to, isFar, rows, columns);
  const target = step ? { row: to.row + step[0] * far, column: to.column + step[1] * far } : ends;
  if (!target) return undefined;
  const spot = { row: clamp(target.row, rows), column: clamp(target.column, columns) };
  return { from: grows ? from : spot, to: spot };
}

function lastOf(to: Spot, isFar: boolean, rows: number, columns: number): Spot {
  return { row: isFar ? rows - 1 : to.row, column: columns - 1 };
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}

/** The corners of a block, whichever way it was drawn; the last ones included. */
export function blockOf({ from, to }: Selection) {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}
