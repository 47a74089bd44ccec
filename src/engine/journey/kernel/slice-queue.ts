import type { EventPart } from './event-part.ts';
import { PEOPLE_PER_BLOCK } from './people-block.ts';

/** Slices of a block's people out of all parts, person by person, each in the order of the parts (which is that of the months). */
export class SliceQueue {
  /** People of the block, with and without rows. */
  people = 0;
  /** Slices of person i lie from `from[i]` up to `from[i + 1]`. */
  readonly from = new Uint32Array(PEOPLE_PER_BLOCK + 1);
  part = new Uint32Array(0);
  first = new Uint32Array(0);
  end = new Uint32Array(0);
  /** Rows of all of them. */
  rows = 0;
  /** Some month has more than one part. */
  readonly overlaps: boolean;
  /** The block's rows of part p lie from `rowsFrom[p]` up to `rowsTo[p]`, without a gap. */
  readonly rowsFrom: Uint32Array;
  readonly rowsTo: Uint32Array;
  private readonly parts: readonly EventPart[];
  private readonly cursors: Uint32Array;
  private readonly places = new Uint32Array(PEOPLE_PER_BLOCK);

  constructor(parts: readonly EventPart[]) {
    this.parts = parts;
    this.cursors = new Uint32Array(parts.length);
    this.rowsFrom = new Uint32Array(parts.length);
    this.rowsTo = new Uint32Array(parts.length);
    this.overlaps = new Set(parts.map(({ base }) => base)).size < parts.length;
  }

  seek(person: number): void {
    for (const [i, part] of this.parts.entries()) this.cursors[i] = firstAtLeast(part.people, person);
  }

  /** The next people: those from `first` up to `end`. Calls must follow each other without gaps. */
  fill(first: number, end: number): void {
    this.people = end - first;
    const counts = this.places.fill(0);
    let slices = 0;
    for (let p = 0; p < this.parts.length; p++) {
      const { people } = this.parts[p] as EventPart;
      for (let c = this.cursors[p] as number; c < people.length; c++) {
        const local = (people[c] as number) - first;
        if (local >= this.people) break;
        counts[local] = (counts[local] as number) + 1;
        slices++;
      }
    }
    if (slices > this.part.length) {
      const size = Math.max(slices, this.part.length * 2);
      [this.part, this.first, this.end] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
    }
    let place = 0;
    for (let i = 0; i < this.people; i++) {
      const count = counts[i] as number;
      this.from[i] = place;
      counts[i] = place;
      place += count;
    }
    this.from[this.people] = place;
    this.rows = 0;
    for (let p = 0; p < this.parts.length; p++) this.cursors[p] = this.takeFrom(p, first, counts);
  }

  /** Whether two slices of a person are of the same month. */
  isTangled(from: number, to: number): boolean {
    for (let slice = from + 1; slice < to; slice++) {
      const before = this.parts[this.part[slice - 1] as number] as EventPart;
      if ((this.parts[this.part[slice] as number] as EventPart).base === before.base) return true;
    }
    return false;
  }

  private takeFrom(p: number, first: number, places: Uint32Array): number {
    const { people, starts } = this.parts[p] as EventPart;
    const { part, first: firsts, end: ends } = this;
    const begin = this.cursors[p] as number;
    let c = begin;
    for (; c < people.length; c++) {
      const local = (people[c] as number) - first;
      if (local >= this.people) break;
      const place = places[local] as number;
      places[local] = place + 1;
      part[place] = p;
      firsts[place] = starts[c] as number;
      ends[place] = starts[c + 1] as number;
    }
    this.rowsFrom[p] = starts[begin] as number;
    this.rowsTo[p] = starts[c] as number;
    this.rows += (starts[c] as number) - (starts[begin] as number);
    return c;
  }
}

/** Index of the first of ascending numbers that is at least `wanted`. */
export function firstAtLeast(ascending: Uint32Array, wanted: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
