import { dimensionIndex, type Vocabulary } from './event-part.ts';
import { compareTexts } from './text-rank.ts';

/** Most places that are kept in arrays by their number; beyond, those that occur are numbered as they come. */
const DENSE = 1 << 20;

/**
 * Numbers the slices of up to two dimensions, times an outer place (a bucket): `slot(outer, codes…)` is a small whole number to
 * keep counts at. `size` slots have been handed out.
 */
export class SliceIndex {
  /** Which dimensions of the vocabulary, in the order asked. */
  readonly dimensions: readonly number[];
  private readonly inner: number;
  private readonly second: number;
  private readonly dense: boolean;
  private readonly places = new Map<number, number>();
  private readonly keys: number[] = [];
  private readonly total: number;

  constructor(vocabulary: Vocabulary, by: readonly string[], outer: number) {
    this.dimensions = by.map(id => dimensionIndex(vocabulary, id));
    const sizes = this.dimensions.map(index => vocabulary.dimensions[index]?.values.length ?? 1);
    this.second = sizes[1] ?? 1;
    this.inner = (sizes[0] ?? 1) * this.second;
    this.total = this.inner * outer;
    this.dense = this.total <= DENSE;
  }

  get size(): number {
    return this.dense ? this.total : this.keys.length;
  }

  slot(outer: number, first: number, second: number): number {
    const key = outer * this.inner + first * this.second + second;
    if (this.dense) return key;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.keys.length;
    this.places.set(key, place);
    this.keys.push(key);
    return place;
  }

  /** The same in every thread, whatever came first: outer, first and second code in one number. */
  key(slot: number): number {
    return this.dense ? slot : (this.keys[slot] as number);
  }

  /** What a key stands for. */
  meaning(key: number): { readonly outer: number; readonly codes: readonly number[] } {
    const within = key % this.inner;
    const codes = [Math.floor(within / this.second), within % this.second];
    return { outer: Math.floor(key / this.inner), codes: codes.slice(0, this.dimensions.length) };
  }
}

/** The values of a slice's codes. */
export function sliceValues(
  vocabulary: Vocabulary,
  dimensions: readonly number[],
  codes: readonly number[],
): readonly (string | null)[] {
  return dimensions.map((dimension, i) => vocabulary.dimensions[dimension]?.values[codes[i] ?? 0] ?? null);
}

/** Element by element, null first, a beginning before what continues it. */
export function compareSlices(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [i, value] of a.entries()) {
    if (i >= b.length) return 1;
    const order = compareTexts(value, b[i] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
