import type { CompiledFilters } from './compiled-filters.ts';
import type { EventPart } from './event-part.ts';
import type { PeopleBlock } from './people-block.ts';

/** How rows are filtered: not at all, by their names alone, by these and one dimension, or by everything there is. */
export type FilterKind = 'every' | 'name' | 'name and one' | 'all';

export function kindOf({ name, dimensions, bounds, banks }: CompiledFilters): FilterKind {
  if (bounds.length > 0 || banks > 1 || dimensions.length > 1) return 'all';
  if (dimensions.length === 0 && name.first[0] !== 0 && name.first.every(mask => mask === name.first[0])) return 'every';
  return dimensions.length === 0 ? 'name' : 'name and one';
}

/** Where every row passes the same filters. */
export function keepEvery(part: EventPart, first: number, end: number, mask: number, block: PeopleBlock, from: number): number {
  const { time, base } = part;
  const { time: times, mask: masks } = block;
  const shift = first - from;
  const to = end - shift;
  for (let i = from; i < to; i++) {
    times[i] = base + (time[i + shift] as number);
    masks[i] = mask;
  }
  return to;
}

/** Which rows pass is as good as random, so the first loop goes without a branch: a row that fails is written over by the next. */
export function keepByName(
  part: EventPart,
  first: number,
  end: number,
  table: Uint32Array,
  block: PeopleBlock,
  rows: Uint32Array,
  from: number,
): number {
  const { name, time, base } = part;
  const { time: times, mask: masks } = block;
  let n = from;
  for (let row = first; row < end; row++) {
    const mask = table[name[row] as number] as number;
    rows[n] = row;
    n += (mask | -mask) >>> 31;
  }
  for (let i = from; i < n; i++) {
    const row = rows[i] as number;
    times[i] = base + (time[row] as number);
    masks[i] = table[name[row] as number] as number;
  }
  return n;
}

export function keepByTwo(
  part: EventPart,
  first: number,
  end: number,
  filters: CompiledFilters,
  block: PeopleBlock,
  rows: Uint32Array,
  from: number,
): number {
  const { name: names, dimensions } = filters;
  const dimension = dimensions[0] as CompiledFilters['dimensions'][number];
  const codes = part.dimensions[dimension.dimension];
  if (!codes) return keepByAll(part, first, end, filters, block, rows, from);
  const { name, time, base } = part;
  const { time: times, mask: masks } = block;
  const [byName, byCode] = [names.first, dimension.first];
  let n = from;
  for (let row = first; row < end; row++) {
    const mask = (byName[name[row] as number] as number) & (byCode[codes[row] as number] as number);
    rows[n] = row;
    n += (mask | -mask) >>> 31;
  }
  for (let i = from; i < n; i++) {
    const row = rows[i] as number;
    times[i] = base + (time[row] as number);
    masks[i] = (byName[name[row] as number] as number) & (byCode[codes[row] as number] as number);
  }
  return n;
}

export function keepByAll(
  part: EventPart,
  first: number,
  end: number,
  filters: CompiledFilters,
  block: PeopleBlock,
  rows: Uint32Array,
  from: number,
): number {
  const { name, time, base, value } = part;
  const { dimensions, bounds } = filters;
  let n = from;
  for (let row = first; row < end; row++) {
    const code = name[row] as number;
    let mask = filters.name.first[code] as number;
    let mask2 = filters.name.second[code] as number;
    for (let d = 0; d < dimensions.length && (mask | mask2) !== 0; d++) {
      const table = dimensions[d] as CompiledFilters['dimensions'][number];
      const codes = part.dimensions[table.dimension];
      const at = codes ? (codes[row] as number) : 0;
      mask &= table.first[at] as number;
      mask2 &= table.second[at] as number;
    }
    if ((mask | mask2) === 0) continue;
    for (let b = 0; b < bounds.length; b++) {
      const { filter, min, max } = bounds[b] as CompiledFilters['bounds'][number];
      const amount = value ? (value[row] as number) : Number.NaN;
      if (amount >= min && amount <= max) continue;
      if (filter < 32) mask &= ~(1 << filter);
      else mask2 &= ~(1 << (filter - 32));
    }
    if ((mask | mask2) === 0) continue;
    block.time[n] = base + (time[row] as number);
    block.mask[n] = mask;
    block.mask2[n] = mask2;
    rows[n] = row;
    n++;
  }
  return n;
}
