import { LIMITS } from '../limits.ts';
import { refuse } from '../refusal.ts';

/** 0-based column of a reference such as `BC12`; -1 when it has none. Columns after XFD are refused. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > LIMITS.sheetColumns)
      throw refuse('cell-outside-sheet', { cell: reference.slice(0, 20), limit: LIMITS.sheetColumns });
  }
  return column - 1;
}

/** 1-based row of a reference such as `BC12`; 0 when it has none. Rows after 1,048,576 are refused. */
export function rowOf(reference: string): number {
  const row = reference.length > 20 ? Number.POSITIVE_INFINITY : Number(/\d+$/.exec(reference)?.[0] ?? 0);
  if (row > LIMITS.sheetRows) throw refuse('cell-outside-sheet', { cell: reference.slice(0, 20), limit: LIMITS.sheetRows });
  return row;
}
