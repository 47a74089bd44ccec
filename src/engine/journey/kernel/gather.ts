import type { CompiledFilters } from './compiled-filters.ts';
import { type EventPart, NAME } from './event-part.ts';
import { DERIVED, emptyBlock, growBlock, PEOPLE_PER_BLOCK, type PeopleBlock, SESSION_GAP, type Wanted } from './people-block.ts';
import { SliceQueue } from './slice-queue.ts';

/**
 * Brings the rows of people together from the parts of a store, in order of time, and keeps those that pass any of the filters. One pass over
 * the slices of a range of people; memory is that of one block, which grows to the largest person's rows.
 */
export class Gather {
  private readonly block: PeopleBlock;
  private readonly rows: { index: Uint32Array };
  private readonly queue: SliceQueue;
  private readonly parts: readonly EventPart[];
  private readonly filters: CompiledFilters;
  private readonly wanted: Wanted;
  /** Rows are filtered by their names alone. */
  private readonly isPlain: boolean;
  private readonly derives: boolean;
  private n = 0;

  constructor(parts: readonly EventPart[], filters: CompiledFilters, wanted: Wanted) {
    this.parts = parts;
    this.filters = filters;
    this.wanted = wanted;
    this.queue = new SliceQueue(parts);
    this.block = emptyBlock(wanted);
    this.rows = { index: new Uint32Array(this.block.time.length) };
    this.isPlain = filters.dimensions.length === 0 && filters.bounds.length === 0 && filters.banks === 1;
    this.derives = wanted.session && parts.some(({ session }) => session === null || session.includes(0));
  }

  /** Gives the people from `first` up to, not including, `end`, in blocks; stops early when `take` says false. */
  run(first: number, end: number, take: (block: PeopleBlock) => boolean): void {
    this.queue.seek(first);
    for (let at = first; at < end; at += PEOPLE_PER_BLOCK) {
      this.queue.fill(at, Math.min(end, at + PEOPLE_PER_BLOCK));
      this.fillBlock(at);
      if (!take(this.block)) return;
    }
  }

  private fillBlock(firstPerson: number): void {
    const { block, queue } = this;
    this.n = 0;
    let people = 0;
    for (let i = 0; i < queue.people; i++) {
      const [from, to] = [queue.from[i] as number, queue.from[i + 1] as number];
      if (from === to) continue;
      const start = this.n;
      block.from[people] = start;
      if (this.derives || (queue.overlaps && queue.isTangled(from, to))) this.takeInOrder(from, to);
      else this.takeSlices(from, to);
      if (this.n > start) block.person[people++] = firstPerson + i;
    }
    block.from[people] = this.n;
    block.people = people;
  }

  /** Slices follow each other in time: one after the other. */
  private takeSlices(from: number, to: number): void {
    const { queue, parts } = this;
    for (let slice = from; slice < to; slice++) {
      const part = parts[queue.part[slice] as number] as EventPart;
      const [first, end] = [queue.first[slice] as number, queue.end[slice] as number];
      this.makeRoom(end - first);
      const start = this.n;
      this.n = this.isPlain
        ? keepByName(part, first, end, this.filters.name.first, this.block, this.rows.index, start)
        : keepByAll(part, first, end, this.filters, this.block, this.rows.index, start);
      this.copyWanted(part, start);
    }
  }

  private copyWanted(part: EventPart, start: number): void {
    const { block, wanted, n } = this;
    const rows = this.rows.index;
    for (let c = 0; c < wanted.dimensions.length; c++) {
      const wantedColumn = wanted.dimensions[c] as number;
      const codes = wantedColumn === NAME ? part.name : part.dimensions[wantedColumn];
      const into = block.columns[c] as Uint32Array;
      if (codes) for (let i = start; i < n; i++) into[i] = codes[rows[i] as number] as number;
      else into.fill(0, start, n);
    }
    if (wanted.value) {
      const { value } = part;
      if (value) for (let i = start; i < n; i++) block.value[i] = value[rows[i] as number] as number;
      else block.value.fill(Number.NaN, start, n);
    }
    if (wanted.session && !this.derives) {
      const session = part.session as Uint32Array;
      for (let i = start; i < n; i++) block.session[i] = session[rows[i] as number] as number;
    }
  }

  /** Slices of a month that more than one part speaks of are merged row by row, and sessions found by the gap between rows. */
  private takeInOrder(from: number, to: number): void {
    const { queue, parts, block } = this;
    const heads = Array.from({ length: to - from }, (_, i) => queue.first[from + i] as number);
    let [last, derived] = [Number.NEGATIVE_INFINITY, DERIVED - 1];
    let begin = from;
    while (begin < to) {
      const month = (parts[queue.part[begin] as number] as EventPart).base;
      let end = begin + 1;
      while (end < to && (parts[queue.part[end] as number] as EventPart).base === month) end++;
      for (;;) {
        let best = -1;
        for (let slice = begin; slice < end; slice++) {
          if ((heads[slice - from] as number) >= (queue.end[slice] as number)) continue;
          if (best < 0 || this.comesBefore(slice, best, heads, from)) best = slice;
        }
        if (best < 0) break;
        const part = parts[queue.part[best] as number] as EventPart;
        const row = heads[best - from] as number;
        heads[best - from] = row + 1;
        let session = 0;
        if (this.wanted.session) {
          session = part.session ? (part.session[row] as number) : 0;
          if (session === 0) {
            const time = part.base + (part.time[row] as number);
            if (time - last > SESSION_GAP) derived++;
            last = time;
            session = derived;
          }
        }
        this.makeRoom(1);
        const start = this.n;
        this.n = keepByAll(part, row, row + 1, this.filters, block, this.rows.index, start);
        this.copyWanted(part, start);
        if (this.wanted.session && this.n > start) block.session[start] = session;
      }
      begin = end;
    }
  }

  private comesBefore(slice: number, other: number, heads: readonly number[], from: number): boolean {
    const part = this.parts[this.queue.part[slice] as number] as EventPart;
    const otherPart = this.parts[this.queue.part[other] as number] as EventPart;
    return (part.time[heads[slice - from] as number] as number) < (otherPart.time[heads[other - from] as number] as number);
  }

  private makeRoom(rows: number): void {
    const needed = this.n + rows;
    if (needed <= this.block.time.length) return;
    const size = Math.max(needed, this.block.time.length * 2);
    growBlock(this.block, this.wanted, size);
    const index = new Uint32Array(size);
    index.set(this.rows.index);
    this.rows.index = index;
  }
}

function keepByName(
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
    if (mask === 0) continue;
    times[n] = base + (time[row] as number);
    masks[n] = mask;
    rows[n] = row;
    n++;
  }
  return n;
}

function keepByAll(
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
