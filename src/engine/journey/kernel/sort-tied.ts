import type { Codes } from './event-part.ts';
import type { RowSlice } from './row-slice.ts';

/**
 * Orders the rows of a slice from `from` on that are of one moment and serve one step each, by step, then by value of the breakdown's dimension. Gives the row after
 * the moment. [JRN-12]
 */
export function sortTied(slice: RowSlice, from: number, codes: Codes | null | undefined, ranks: Uint32Array | null): number {
  const { part, rows, masks, count, shift } = slice;
  const moment = part.time[(rows[from] as number) + shift];
  let end = from + 1;
  while (end < count && part.time[(rows[end] as number) + shift] === moment) end++;
  const rankOf = (row: number) => (ranks && codes ? (ranks[codes[row + shift] as number] as number) : 0);
  if (end - from > FEW) sortMany(slice, from, end, rankOf);
  else
    for (let i = from + 1; i < end; i++) {
      const [row, mask] = [rows[i] as number, masks[i] as number];
      const rank = rankOf(row);
      let place = i;
      while (place > from && isAfter(masks[place - 1] as number, rankOf(rows[place - 1] as number), mask, rank)) {
        rows[place] = rows[place - 1] as number;
        masks[place] = masks[place - 1] as number;
        place--;
      }
      rows[place] = row;
      masks[place] = mask;
    }
  return end;
}

const FEW = 64;

function isAfter(mask: number, rank: number, otherMask: number, otherRank: number): boolean {
  return mask === otherMask ? rank > otherRank : mask > otherMask;
}

function sortMany({ rows, masks }: RowSlice, from: number, end: number, rankOf: (row: number) => number): void {
  const tied = Array.from({ length: end - from }, (_, i) => {
    const row = rows[from + i] as number;
    return { row, mask: masks[from + i] as number, rank: rankOf(row) };
  });
  tied.sort((a, b) => a.mask - b.mask || a.rank - b.rank);
  for (const [i, { row, mask }] of tied.entries()) {
    rows[from + i] = row;
    masks[from + i] = mask;
  }
}
