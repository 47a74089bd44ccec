/** Sums per distinct sequence of codes, in columns: path i is `codes` from `starts[i]` up to, not including, `starts[i + 1]`. */
export interface CountedPaths {
  readonly codes: Uint32Array;
  readonly starts: Uint32Array;
  /** Per column, one sum per path. */
  readonly sums: readonly Float64Array[];
}

/** Counts sequences: a table of hashes over codes that lie side by side, no text and no object per path. */
export class PathCounts {
  private codes: Uint32Array = new Uint32Array(1_024);
  private starts: Uint32Array = new Uint32Array(257);
  private hashes: Int32Array = new Int32Array(256);
  private sums: Float64Array[];
  /** 1 + the path, at its hash or after; 0 where free. Twice as long as the room for paths. */
  private table: Int32Array = new Int32Array(512);
  private length = 0;

  /** `columns` sums are kept per path. */
  constructor(columns: number) {
    this.sums = Array.from({ length: columns }, () => new Float64Array(256));
  }

  placeOf(codes: Uint32Array, from: number, to: number): number {
    const hash = hashOf(codes, from, to);
    const { table } = this;
    let at = hash & (table.length - 1);
    for (; table[at] !== 0; at = (at + 1) & (table.length - 1)) {
      const place = (table[at] as number) - 1;
      if (this.hashes[place] === hash && this.isSame(place, codes, from, to)) return place;
    }
    table[at] = this.length + 1;
    return this.add(hash, codes, from, to);
  }

  count(place: number, column: number, amount: number): void {
    const sums = this.sums[column] as Float64Array;
    sums[place] = (sums[place] as number) + amount;
  }

  /** Adds what another has counted. */
  merge({ codes, starts, sums }: CountedPaths): void {
    for (let path = 0; path + 1 < starts.length; path++) {
      const place = this.placeOf(codes, starts[path] as number, starts[path + 1] as number);
      for (let column = 0; column < sums.length; column++) this.count(place, column, sums[column]?.[path] ?? 0);
    }
  }

  all(): CountedPaths {
    const { length } = this;
    return {
      codes: this.codes.slice(0, this.starts[length]),
      starts: this.starts.slice(0, length + 1),
      sums: this.sums.map(column => column.slice(0, length)),
    };
  }

  private isSame(place: number, codes: Uint32Array, from: number, to: number): boolean {
    const start = this.starts[place] as number;
    if ((this.starts[place + 1] as number) - start !== to - from) return false;
    for (let i = from; i < to; i++) if (this.codes[start + i - from] !== codes[i]) return false;
    return true;
  }

  private add(hash: number, codes: Uint32Array, from: number, to: number): number {
    const place = this.length++;
    const start = this.starts[place] as number;
    if (start + to - from > this.codes.length) this.codes = longer(this.codes, new Uint32Array(2 * (start + to - from)));
    for (let i = from; i < to; i++) this.codes[start + i - from] = codes[i] as number;
    this.starts[place + 1] = start + to - from;
    this.hashes[place] = hash;
    if (this.length === this.hashes.length) this.grow();
    return place;
  }

  private grow(): void {
    const size = 2 * this.length;
    this.starts = longer(this.starts, new Uint32Array(size + 1));
    this.hashes = longer(this.hashes, new Int32Array(size));
    this.sums = this.sums.map(column => longer(column, new Float64Array(size)));
    this.table = new Int32Array(2 * size);
    const last = this.table.length - 1;
    for (let place = 0; place < this.length; place++) {
      let at = (this.hashes[place] as number) & last;
      while (this.table[at] !== 0) at = (at + 1) & last;
      this.table[at] = place + 1;
    }
  }
}

/** The paths in order: element by element by the places of their texts, a beginning before what continues it. */
export function pathsInOrder({ codes, starts }: CountedPaths, ranks: Uint32Array): Uint32Array {
  const ranked = codes.map(code => ranks[code] as number);
  return Uint32Array.from({ length: starts.length - 1 }, (_, path) => path).sort((a, b) => {
    const [startA, startB] = [starts[a] as number, starts[b] as number];
    const [lengthA, lengthB] = [(starts[a + 1] as number) - startA, (starts[b + 1] as number) - startB];
    const length = Math.min(lengthA, lengthB);
    for (let i = 0; i < length; i++) {
      const order = (ranked[startA + i] as number) - (ranked[startB + i] as number);
      if (order !== 0) return order;
    }
    return lengthA - lengthB;
  });
}

/** The values of a path's codes. */
export function pathValues({ codes, starts }: CountedPaths, path: number, values: readonly (string | null)[]): (string | null)[] {
  const [from, to] = [starts[path] as number, starts[path + 1] as number];
  const found: (string | null)[] = [];
  for (let i = from; i < to; i++) found.push(values[codes[i] as number] ?? null);
  return found;
}

function hashOf(codes: Uint32Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (codes[i] as number), 0x01000193);
  // The low bits of a product know nothing of the high ones.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function longer<Numbers extends Uint32Array | Int32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
