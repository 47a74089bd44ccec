import type { CompiledFilters } from './compiled-filters.ts';
import { type Codes, type EventPart, NAME } from './event-part.ts';
import { type FilterKind, keepByAll, keepByName, keepByTwo, keepEvery, kindOf } from './keep-rows.ts';
import { DERIVED, emptyBlock, growBlock, PEOPLE_PER_BLOCK, type PeopleBlock, SESSION_GAP, type Wanted } from './people-block.ts';
import { SliceQueue } from './slice-queue.ts';

/**
 * Brings the rows of people together from the parts of a store, in order of time, and keeps those that pass any of the filters. One pass over
 * the slices of a range of people; memory is that of one block, which grows to the largest person's rows.
 */
export class Gather {
  private readonly block: PeopleBlock;
  /** Where the rows of the block lie in their parts. */
  private rows: Uint32Array;
  private readonly queue: SliceQueue;
  private readonly parts: readonly EventPart[];
  private readonly filters: CompiledFilters;
  private readonly wanted: Wanted;
  private readonly kind: FilterKind;
  private readonly wantsMore: boolean;
  private readonly derives: boolean;
  private n = 0;
  /** The person's last moment without a session of the source, and the session found by the gap. */
  private lastWithout = Number.NEGATIVE_INFINITY;
  private gapSession = DERIVED - 1;
  /** Sessions of a slice's rows. */
  private found = new Uint32Array(0);
  /** Means nothing; keeps the reading of `bringNear` from being left out. */
  private touched = 0;

  constructor(parts: readonly EventPart[], filters: CompiledFilters, wanted: Wanted) {
    this.parts = parts;
    this.filters = filters;
    this.wanted = wanted;
    this.queue = new SliceQueue(parts);
    this.block = emptyBlock(wanted);
    this.rows = new Uint32Array(this.block.time.length);
    this.kind = kindOf(filters);
    this.wantsMore = wanted.dimensions.length > 0 || wanted.value || wanted.session;
    this.derives = wanted.session && parts.some(({ lacksSession }) => lacksSession);
    if (this.derives) this.found = new Uint32Array(this.block.time.length);
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
    // A row that fails at the very end is written, too.
    this.makeRoom(queue.rows + 1);
    for (let p = 0; p < this.parts.length; p++) this.bringNear(p);
    const { from: slices, part: partOf, first: firsts, end: ends } = queue;
    const { person, from } = block;
    let people = 0;
    this.n = 0;
    for (let i = 0; i < queue.people; i++) {
      const begin = slices[i] as number;
      const end = slices[i + 1] as number;
      if (begin === end) continue;
      const start = this.n;
      from[people] = start;
      this.lastWithout = Number.NEGATIVE_INFINITY;
      this.gapSession = DERIVED - 1;
      if (queue.overlaps && queue.isTangled(begin, end)) this.takeInOrder(begin, end);
      else
        for (let slice = begin; slice < end; slice++)
          this.takeSlice(this.parts[partOf[slice] as number] as EventPart, firsts[slice] as number, ends[slice] as number);
      if (this.n > start) person[people++] = firstPerson + i;
    }
    from[people] = this.n;
    block.people = people;
  }

  /**
   * A block's rows of a part lie side by side, a person's rows all over the parts. Reading one number per line of the cache here, in the order of
   * memory, costs little; missing it row by row below costs more than all the rest.
   */
  private bringNear(p: number): void {
    const part = this.parts[p] as EventPart;
    const [from, to] = [this.queue.rowsFrom[p] as number, this.queue.rowsTo[p] as number];
    let sum = touch(part.time, from, to, 16) + touch(part.name, from, to, 64);
    for (const { dimension } of this.filters.dimensions) sum += touch(part.dimensions[dimension], from, to, 64);
    for (const dimension of this.wanted.dimensions) sum += touch(part.dimensions[dimension], from, to, 64);
    if (this.filters.bounds.length > 0) sum += touch(part.value, from, to, 8);
    if (this.wanted.session) sum += touch(part.session, from, to, 16);
    this.touched += sum;
  }

  private takeSlice(part: EventPart, first: number, end: number): void {
    const { block, filters } = this;
    const start = this.n;
    switch (this.kind) {
      case 'every':
        this.n = keepEvery(part, first, end, filters.name.first[0] as number, block, start);
        break;
      case 'name':
        this.n = keepByName(part, first, end, filters.name.first, block, this.rows, start);
        break;
      case 'name and one':
        this.n = keepByTwo(part, first, end, filters, block, this.rows, start);
        break;
      case 'all':
        this.n = keepByAll(part, first, end, filters, block, this.rows, start);
    }
    if (this.wantsMore && this.kind === 'every') this.copyStretch(part, first, start);
    else if (this.wantsMore) this.copyWanted(part, start);
    if (this.derives) this.findSessions(part, first, end, start);
  }

  /** Sessions of a slice's rows, those by the gap among them; rows that pass no filter count for the gap. [JRN-07] */
  private findSessions(part: EventPart, first: number, end: number, start: number): void {
    const { found, rows, n } = this;
    const into = this.block.session;
    for (let row = first; row < end; row++) found[row - first] = this.sessionOf(part, row);
    if (this.kind === 'every') for (let i = start; i < n; i++) into[i] = found[i - start] as number;
    else for (let i = start; i < n; i++) into[i] = found[(rows[i] as number) - first] as number;
  }

  private sessionOf(part: EventPart, row: number): number {
    const own = part.session ? (part.session[row] as number) : 0;
    if (own !== 0) return own;
    const time = part.base + (part.time[row] as number);
    if (time - this.lastWithout > SESSION_GAP) this.gapSession++;
    this.lastWithout = time;
    return this.gapSession;
  }

  /** Rows that lie side by side in the part, from `first` on. */
  private copyStretch(part: EventPart, first: number, start: number): void {
    const { block, wanted, n } = this;
    const shift = first - start;
    for (let c = 0; c < wanted.dimensions.length; c++) {
      const wantedColumn = wanted.dimensions[c] as number;
      const codes = wantedColumn === NAME ? part.name : part.dimensions[wantedColumn];
      const into = block.columns[c] as Uint32Array;
      if (codes) for (let i = start; i < n; i++) into[i] = codes[i + shift] as number;
      else into.fill(0, start, n);
    }
    if (wanted.value) {
      const { value, valued, name } = part;
      const into = block.value;
      for (let i = start; i < n; i++)
        into[i] = value && valued[name[i + shift] as number] === 1 ? (value[i + shift] as number) : Number.NaN;
    }
    if (wanted.session && !this.derives) {
      const session = part.session as Uint32Array;
      const into = block.session;
      for (let i = start; i < n; i++) into[i] = session[i + shift] as number;
    }
  }

  private copyWanted(part: EventPart, start: number): void {
    const { block, wanted, n } = this;
    const { rows } = this;
    for (let c = 0; c < wanted.dimensions.length; c++) {
      const wantedColumn = wanted.dimensions[c] as number;
      const codes = wantedColumn === NAME ? part.name : part.dimensions[wantedColumn];
      const into = block.columns[c] as Uint32Array;
      if (codes) for (let i = start; i < n; i++) into[i] = codes[rows[i] as number] as number;
      else into.fill(0, start, n);
    }
    if (wanted.value) {
      const { value, valued, name } = part;
      const into = block.value;
      for (let i = start; i < n; i++) {
        const row = rows[i] as number;
        into[i] = value && valued[name[row] as number] === 1 ? (value[row] as number) : Number.NaN;
      }
    }
    if (wanted.session && !this.derives) {
      const session = part.session as Uint32Array;
      const into = block.session;
      for (let i = start; i < n; i++) into[i] = session[rows[i] as number] as number;
    }
  }

  /** Slices of a month that more than one part speaks of are merged row by row. */
  private takeInOrder(from: number, to: number): void {
    const { queue, parts, block } = this;
    const heads = Array.from({ length: to - from }, (_, i) => queue.first[from + i] as number);
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
        const session = this.wanted.session ? this.sessionOf(part, row) : 0;
        const start = this.n;
        this.n = keepByAll(part, row, row + 1, this.filters, block, this.rows, start);
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
    if (rows <= this.block.time.length) return;
    const size = Math.max(rows, this.block.time.length * 2);
    growBlock(this.block, this.wanted, size);
    this.rows = new Uint32Array(size);
    if (this.derives) this.found = new Uint32Array(size);
  }
}

function touch(column: Codes | Float64Array | null | undefined, from: number, to: number, stride: number): number {
  let sum = 0;
  if (column) for (let row = from; row < to; row += stride) sum += column[row] as number;
  return sum;
}
