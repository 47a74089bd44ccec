/** Sums per distinct sequence of codes. */
export class PathCounts {
  private readonly places = new Map<string, number>();
  private readonly paths: Uint32Array[] = [];
  private readonly sums: number[][];

  /** `columns` sums are kept per path. */
  constructor(columns: number) {
    this.sums = Array.from({ length: columns }, () => []);
  }

  placeOf(codes: Uint32Array, from: number, to: number): number {
    const key = keyOf(codes, from, to);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.paths.length;
    this.places.set(key, place);
    this.paths.push(codes.slice(from, to));
    for (const column of this.sums) column.push(0);
    return place;
  }

  add(place: number, column: number, amount: number): void {
    const sums = this.sums[column] as number[];
    sums[place] = (sums[place] as number) + amount;
  }

  all(): { readonly paths: readonly Uint32Array[]; readonly counts: readonly Float64Array[] } {
    return { paths: this.paths, counts: this.sums.map(column => Float64Array.from(column)) };
  }
}

/** A text that only this sequence has: codes below 32,768 are one unit each, others two. */
function keyOf(codes: Uint32Array, from: number, to: number): string {
  let key = '';
  for (let i = from; i < to; i++) {
    const code = codes[i] as number;
    key += code < 0x8000 ? String.fromCharCode(code) : String.fromCharCode(0x8000 + (code >>> 15), code & 0x7fff);
  }
  return key;
}
