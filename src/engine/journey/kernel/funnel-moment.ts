import type { PeopleBlock } from './people-block.ts';

/**
 * Orders the rows of one moment from `from` on by the lowest step they serve, the set of steps, and the value of the breakdown's dimension
 * (the first wanted column); `to` ends the person. Gives the row after the moment. [JRN-12]
 */
export function sortMoment(block: PeopleBlock, from: number, to: number, ranks: Uint32Array | null): number {
  const { time, mask, mask2 } = block;
  const column = ranks ? (block.columns[0] as Uint32Array) : null;
  let end = from + 1;
  while (end < to && time[end] === time[from]) end++;
  if (end - from > 64) return sortMany(block, from, end, ranks);
  for (let i = from + 1; i < end; i++) {
    const [m, m2, code] = [mask[i] as number, mask2[i] as number, column ? (column[i] as number) : 0];
    let place = i;
    while (place > from && isAfter(block, place - 1, m, code, ranks)) {
      mask[place] = mask[place - 1] as number;
      mask2[place] = mask2[place - 1] as number;
      if (column) column[place] = column[place - 1] as number;
      place--;
    }
    mask[place] = m;
    mask2[place] = m2;
    if (column) column[place] = code;
  }
  return end;
}

function isAfter(block: PeopleBlock, row: number, mask: number, code: number, ranks: Uint32Array | null): boolean {
  const own = block.mask[row] as number;
  if (own === mask) {
    if (!ranks) return false;
    return (ranks[(block.columns[0] as Uint32Array)[row] as number] as number) > (ranks[code] as number);
  }
  const [lowest, other] = [lowestStep(own), lowestStep(mask)];
  return lowest === other ? own >>> 0 > mask >>> 0 : lowest > other;
}

/** 32 for a row that serves no step. */
function lowestStep(mask: number): number {
  return mask === 0 ? 32 : 31 - Math.clz32(mask & -mask);
}

function sortMany(block: PeopleBlock, from: number, end: number, ranks: Uint32Array | null): number {
  const { mask, mask2 } = block;
  const column = ranks ? (block.columns[0] as Uint32Array) : null;
  const rows = Array.from({ length: end - from }, (_, i) => {
    const code = column ? (column[from + i] as number) : 0;
    const own = mask[from + i] as number;
    return {
      mask: own,
      mask2: mask2[from + i] as number,
      code,
      lowest: lowestStep(own),
      rank: ranks ? (ranks[code] as number) : 0,
    };
  });
  rows.sort((a, b) => a.lowest - b.lowest || (a.mask >>> 0) - (b.mask >>> 0) || a.rank - b.rank);
  for (const [i, row] of rows.entries()) {
    mask[from + i] = row.mask;
    mask2[from + i] = row.mask2;
    if (column) column[from + i] = row.code;
  }
  return end;
}
