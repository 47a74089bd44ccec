import type { Column } from './column-file.ts';
import { sharedCodes } from './event-columns.ts';

/**
 * Ids of events as 64 bits of hash, in ascending order and each once: 6 bytes per id, because the first 16 bits are told by how many ids begin with
 * them. Among a hundred million ids the chance that any two share their hash is 3 in 10,000. [JRN-05]
 */
export class IdRun {
  /** Ids that begin with the 16 bits b lie from `starts[b]` up to `starts[b + 1]`. */
  private readonly starts: Uint32Array;
  /** The 32 bits behind them, and the last 16. */
  private readonly middle: Uint32Array;
  private readonly last: Uint16Array;

  private constructor(starts: Uint32Array, middle: Uint32Array, last: Uint16Array) {
    this.starts = starts;
    this.middle = middle;
    this.last = last;
  }

  get size(): number {
    return this.middle.length;
  }

  /** Of hashes in ascending order. */
  static of(high: Uint32Array, low: Uint32Array): IdRun {
    const n = high.length;
    const [starts, middle, last] = [new Uint32Array(BEGINNINGS + 1), new Uint32Array(n), new Uint16Array(n)];
    for (let i = 0; i < n; i++) {
      const [upper, lower] = [high[i] as number, low[i] as number];
      const next = (upper >>> 16) + 1;
      starts[next] = (starts[next] as number) + 1;
      middle[i] = (upper << 16) | (lower >>> 16);
      last[i] = lower;
    }
    for (let b = 0; b < BEGINNINGS; b++) starts[b + 1] = (starts[b + 1] as number) + (starts[b] as number);
    return new IdRun(starts, middle, last);
  }

  static from(columns: ReadonlyMap<string, Column>): IdRun {
    const [counts, middle, last] = [columns.get('counts'), columns.get('middle'), columns.get('last')];
    if (!counts || !(middle instanceof Uint32Array) || !(last instanceof Uint16Array)) throw new Error('no run of ids');
    const starts = new Uint32Array(BEGINNINGS + 1);
    for (let b = 0; b < BEGINNINGS; b++) starts[b + 1] = (starts[b] as number) + (counts[b] as number);
    return new IdRun(starts, middle, last);
  }

  columns(): Record<string, Column> {
    const { starts, middle, last } = this;
    let most = 0;
    for (let b = 0; b < BEGINNINGS; b++) most = Math.max(most, (starts[b + 1] as number) - (starts[b] as number));
    const counts = sharedCodes(BEGINNINGS, most);
    for (let b = 0; b < BEGINNINGS; b++) counts[b] = (starts[b + 1] as number) - (starts[b] as number);
    return { counts, middle, last };
  }

  has(high: number, low: number): boolean {
    const { starts, middle, last } = this;
    const [wanted, rest] = [((high << 16) | (low >>> 16)) >>> 0, low & 0xffff];
    const begin = high >>> 16;
    let [from, to] = [starts[begin] as number, starts[begin + 1] as number];
    while (from < to) {
      const at = (from + to) >>> 1;
      const found = middle[at] as number;
      if (found < wanted || (found === wanted && (last[at] as number) < rest)) from = at + 1;
      else to = at;
    }
    return from < (starts[begin + 1] as number) && middle[from] === wanted && last[from] === rest;
  }

  /** The ids of both, which have none in common. */
  with(other: IdRun): IdRun {
    const n = this.size + other.size;
    const [starts, middle, last] = [new Uint32Array(BEGINNINGS + 1), new Uint32Array(n), new Uint16Array(n)];
    let [a, b] = [0, 0];
    for (let begin = 0; begin < BEGINNINGS; begin++) {
      const [endA, endB] = [this.starts[begin + 1] as number, other.starts[begin + 1] as number];
      while (a < endA || b < endB) {
        const at = a + b;
        if (b >= endB || (a < endA && this.isBefore(a, other, b))) {
          middle[at] = this.middle[a] as number;
          last[at] = this.last[a++] as number;
        } else {
          middle[at] = other.middle[b] as number;
          last[at] = other.last[b++] as number;
        }
      }
      starts[begin + 1] = a + b;
    }
    return new IdRun(starts, middle, last);
  }

  private isBefore(at: number, other: IdRun, otherAt: number): boolean {
    const [own, its] = [this.middle[at] as number, other.middle[otherAt] as number];
    return own < its || (own === its && (this.last[at] as number) < (other.last[otherAt] as number));
  }
}

const BEGINNINGS = 1 << 16;
