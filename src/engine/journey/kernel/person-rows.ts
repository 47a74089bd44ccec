import type { CompiledFilters } from './compiled-filters.ts';
import { type Codes, type EventPart, NAME } from './event-part.ts';
import type { TakesRows } from './kernel.ts';
import { MonthMerge } from './month-merge.ts';
import { PEOPLE_PER_BLOCK, type Wanted } from './people-block.ts';
import { LONGEST, RowPicker } from './row-picker.ts';
import { DERIVED, emptySlice, NO_VALUES, SESSION_GAP } from './row-slice.ts';
import { firstAtLeast, SliceQueue } from './slice-queue.ts';

/**
 * Hands out the rows of people that pass any of the filters, person by person and in order of time, where they lie in the parts of a store. Only the rows of months that
 * more than one part speaks of are copied, person by person.
 */
export class PersonRows {
  private readonly parts: readonly EventPart[];
  private readonly wanted: Wanted;
  private readonly queue: SliceQueue;
  private readonly picker: RowPicker;
  private readonly merge: MonthMerge;
  private readonly slice = emptySlice();
  /** Columns to be near, by part. */
  private readonly near: readonly (readonly (Codes | null | undefined)[])[];
  /** Per part: the first value at or after the next row. */
  private readonly valueAt: Uint32Array;
  private isBegun = false;
  /** The person's last moment without a session of the source, and the session found by the gap. */
  private lastWithout = Number.NEGATIVE_INFINITY;
  private gapSession = DERIVED - 1;
  /** Sessions of a slice's rows. */
  private found = new Uint32Array(0);
  /** Means nothing; keeps the reading of `bringNear` from being left out. */
  private touched = 0;

  constructor(parts: readonly EventPart[], filters: CompiledFilters, wanted: Wanted) {
    this.parts = parts;
    this.wanted = wanted;
    this.queue = new SliceQueue(parts);
    this.picker = new RowPicker(filters, wanted.sorts === true);
    this.merge = new MonthMerge(parts);
    this.valueAt = new Uint32Array(parts.length);
    const dimensions = [...new Set([...this.picker.dimensions, ...wanted.dimensions])];
    this.near = parts.map(part => [
      part.time,
      ...dimensions.map(dimension => (dimension === NAME ? part.name : part.dimensions[dimension])),
      wanted.session ? part.session : null,
    ]);
  }

  /** The people from `first` up to, not including, `end`; `goesOn` is asked after every block of them. */
  run(first: number, end: number, taker: TakesRows, goesOn: () => boolean): void {
    this.queue.seek(first);
    for (let at = first; at < end; at += PEOPLE_PER_BLOCK) {
      this.queue.fill(at, Math.min(end, at + PEOPLE_PER_BLOCK));
      for (let p = 0; p < this.parts.length; p++) this.bringNear(p);
      this.giveBlock(at, taker);
      if (!goesOn()) return;
    }
  }

  private giveBlock(firstPerson: number, taker: TakesRows): void {
    const { queue, parts } = this;
    const { from, part: partOf, first: firsts, end: ends } = queue;
    for (let i = 0; i < queue.people; i++) {
      const begin = from[i] as number;
      const end = from[i + 1] as number;
      if (begin === end) continue;
      this.isBegun = false;
      this.lastWithout = Number.NEGATIVE_INFINITY;
      this.gapSession = DERIVED - 1;
      const person = firstPerson + i;
      for (let slice = begin; slice < end; ) {
        let next = slice + 1;
        const p = partOf[slice] as number;
        const part = parts[p] as EventPart;
        if (queue.overlaps) while (next < end && (parts[partOf[next] as number] as EventPart).base === part.base) next++;
        if (next - slice === 1) this.giveSlice(part, p, firsts[slice] as number, ends[slice] as number, person, taker);
        else {
          const merged = this.merge.of(queue, slice, next);
          this.giveSlice(merged, -1, 0, merged.time.length, person, taker);
        }
        slice = next;
      }
      if (this.isBegun) taker.end();
    }
  }

  /** `p` is the part's place among all, −1 where it was merged for this person. Long ones are cut between moments. */
  private giveSlice(part: EventPart, p: number, first: number, end: number, person: number, taker: TakesRows): void {
    const { time } = part;
    let from = first;
    while (end - from > LONGEST) {
      let to = from + LONGEST;
      while (to < end && time[to] === time[to - 1]) to++;
      this.give(part, p, from, to, person, taker);
      from = to;
    }
    this.give(part, p, from, end, person, taker);
  }

  private give(part: EventPart, p: number, first: number, end: number, person: number, taker: TakesRows): void {
    const { slice, wanted } = this;
    this.picker.pick(part, first, end, slice);
    if (wanted.session) this.findSessions(part, first, end);
    if (slice.count === 0) return;
    if (wanted.value) {
      slice.values = part.values ?? NO_VALUES;
      slice.valueAt = p < 0 ? 0 : this.nextValue(p, first);
    }
    if (!this.isBegun) {
      taker.begin(person);
      this.isBegun = true;
    }
    taker.take(slice);
  }

  /** People ascend, and so do the rows of a part that they have. */
  private nextValue(p: number, first: number): number {
    const { rows } = this.slice.values;
    let at = this.valueAt[p] as number;
    while (at < rows.length && (rows[at] as number) < first) at++;
    this.valueAt[p] = at;
    return at;
  }

  /** Rows that pass no filter count for the gap, too. [JRN-07] */
  private findSessions(part: EventPart, first: number, end: number): void {
    const { slice } = this;
    if (!part.lacksSession && part.session) {
      slice.session = part.session;
      slice.sessionShift = first;
      return;
    }
    if (end - first > this.found.length) this.found = new Uint32Array(2 * (end - first));
    for (let row = first; row < end; row++) this.found[row - first] = this.sessionOf(part, row);
    slice.session = this.found;
    slice.sessionShift = 0;
  }

  private sessionOf(part: EventPart, row: number): number {
    const own = part.session ? (part.session[row] as number) : 0;
    if (own !== 0) return own;
    const time = part.base + (part.time[row] as number);
    if (time - this.lastWithout > SESSION_GAP) this.gapSession++;
    this.lastWithout = time;
    return this.gapSession;
  }

  /**
   * A block's rows of a part lie side by side, a person's rows all over the parts. Reading one number per line of the cache here, in the order of
   * memory, costs little; missing it row by row costs more than all the rest.
   */
  private bringNear(p: number): void {
    const [from, to] = [this.queue.rowsFrom[p] as number, this.queue.rowsTo[p] as number];
    const { values } = this.parts[p] as EventPart;
    if (values && this.wanted.value) this.valueAt[p] = firstAtLeast(values.rows, from);
    for (const column of this.near[p] ?? []) if (column) this.touched += touch(column, from, to);
  }
}

function touch(column: Codes, from: number, to: number): number {
  const stride = 64 / column.BYTES_PER_ELEMENT;
  let sum = 0;
  for (let row = from; row < to; row += stride) sum += column[row] as number;
  return sum;
}
