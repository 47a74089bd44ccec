import type { CompiledFilters, ValueBound } from './compiled-filters.ts';
import { type Codes, type EventPart, NAME } from './event-part.ts';
import type { RowSlice } from './row-slice.ts';
import { firstAtLeast } from './slice-queue.ts';

interface FilterColumn {
  readonly dimension: number;
  readonly table: Uint32Array;
}

/**
 * Picks the rows of a slice that pass any of the filters. Column by column, masks are combined and rows chosen without a branch, because which rows pass is as good as
 * random: a row that fails is written over by the next. Columns that no filter narrows are not read.
 */
export class RowPicker {
  private readonly filters: CompiledFilters;
  /** Columns that narrow; the first 32 filters. */
  private readonly columns: readonly FilterColumn[];
  private readonly isSimple: boolean;
  private readonly all: number;
  /** Stands for "every row": 0, 1, 2, …, with every filter passed. */
  private every = new Uint32Array(0);
  private everyMask = new Uint32Array(0);
  private rows = new Uint32Array(0);
  private masks = new Uint32Array(0);
  private masks2 = new Uint32Array(0);

  /** With `sorts` the kernel may change the order of a slice's rows. */
  constructor(filters: CompiledFilters, sorts: boolean) {
    this.filters = filters;
    this.all = filters.count >= 32 ? 0xffffffff : 2 ** filters.count - 1;
    this.columns = [{ dimension: NAME, ...filters.name }, ...filters.dimensions]
      .map(({ dimension, first }) => ({ dimension, table: first }))
      .filter(({ dimension, table }) => (sorts && dimension === NAME) || table.some(mask => mask !== this.all));
    this.isSimple = filters.bounds.length === 0 && filters.banks === 1;
  }

  /** Columns that are read, those of `NAME` included. */
  get dimensions(): readonly number[] {
    return this.columns.map(({ dimension }) => dimension);
  }

  /** Sets `rows`, `masks`, `count` and `shift` of the slice out of rows `first` up to, not including, `end` of a part. */
  pick(part: EventPart, first: number, end: number, slice: RowSlice): void {
    const length = end - first;
    if (length > this.rows.length) this.grow(length);
    const { columns, rows, masks } = this;
    slice.part = part;
    slice.shift = first;
    slice.masks2 = this.masks2;
    if (this.isSimple && columns.length === 0) {
      slice.rows = this.every;
      slice.masks = this.everyMask;
      slice.count = length;
      return;
    }
    slice.rows = rows;
    slice.masks = masks;
    if (!this.isSimple) {
      slice.count = this.pickByAll(part, first, length);
      return;
    }
    const last = columns.length - 1;
    for (let c = 0; c < last; c++) {
      const { dimension, table } = columns[c] as FilterColumn;
      const codes = codesOf(part, dimension);
      if (c === 0) setMasks(codes, table, first, length, masks);
      else andMasks(codes, table, first, length, masks);
    }
    const { dimension, table } = columns[last] as FilterColumn;
    const codes = codesOf(part, dimension);
    slice.count = last === 0 ? keep(codes, table, first, length, rows, masks) : keepAnd(codes, table, first, length, rows, masks);
  }

  /** Filters by bounds of value, and more than 32 of them. */
  private pickByAll(part: EventPart, first: number, length: number): number {
    const { rows, masks, masks2 } = this;
    const { name, dimensions, bounds } = this.filters;
    const { values } = part;
    let at = values && bounds.length > 0 ? firstAtLeast(values.rows, first) : 0;
    let n = 0;
    for (let i = 0; i < length; i++) {
      const row = first + i;
      let mask = name.first[part.name[row] as number] as number;
      let mask2 = name.second[part.name[row] as number] as number;
      for (let d = 0; d < dimensions.length && (mask | mask2) !== 0; d++) {
        const table = dimensions[d] as CompiledFilters['dimensions'][number];
        const code = part.dimensions[table.dimension]?.[row] ?? 0;
        mask &= table.first[code] as number;
        mask2 &= table.second[code] as number;
      }
      if (bounds.length > 0) {
        while (values && at < values.rows.length && (values.rows[at] as number) < row) at++;
        const amount = values && values.rows[at] === row ? (values.amounts[at] as number) : Number.NaN;
        for (let b = 0; b < bounds.length; b++) {
          const { filter, min, max } = bounds[b] as ValueBound;
          if (amount >= min && amount <= max) continue;
          if (filter < 32) mask &= ~(1 << filter);
          else mask2 &= ~(1 << (filter - 32));
        }
      }
      if ((mask | mask2) === 0) continue;
      rows[n] = i;
      masks[n] = mask;
      masks2[n++] = mask2;
    }
    return n;
  }

  private grow(least: number): void {
    const size = Math.max(LONGEST, 2 * least);
    [this.rows, this.masks, this.masks2] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
    this.every = new Uint32Array(size);
    for (let i = 0; i < size; i++) this.every[i] = i;
    this.everyMask = new Uint32Array(size).fill(this.all);
  }
}

/** Slices are given in pieces of about so many rows, which stay in the nearest cache. */
export const LONGEST = 1_024;

/** Null: none of its rows has a value of the dimension. */
function codesOf(part: EventPart, dimension: number): Codes | null {
  return dimension === NAME ? part.name : (part.dimensions[dimension] ?? null);
}

function setMasks(codes: Codes | null, table: Uint32Array, first: number, length: number, masks: Uint32Array): void {
  if (codes) for (let i = 0; i < length; i++) masks[i] = table[codes[first + i] as number] as number;
  else masks.fill(table[0] as number, 0, length);
}

function andMasks(codes: Codes | null, table: Uint32Array, first: number, length: number, masks: Uint32Array): void {
  for (let i = 0; i < length; i++) masks[i] = (masks[i] as number) & (table[codes ? (codes[first + i] as number) : 0] as number);
}

function keep(
  codes: Codes | null,
  table: Uint32Array,
  first: number,
  length: number,
  rows: Uint32Array,
  masks: Uint32Array,
): number {
  if (!codes) {
    masks.fill(0xffffffff, 0, length);
    return keepAnd(codes, table, first, length, rows, masks);
  }
  let n = 0;
  for (let i = 0; i < length; i++) {
    const mask = table[codes[first + i] as number] as number;
    rows[n] = i;
    masks[n] = mask;
    n += (mask | -mask) >>> 31;
  }
  return n;
}

function keepAnd(
  codes: Codes | null,
  table: Uint32Array,
  first: number,
  length: number,
  rows: Uint32Array,
  masks: Uint32Array,
): number {
  let n = 0;
  for (let i = 0; i < length; i++) {
    const mask = (masks[i] as number) & (table[codes ? (codes[first + i] as number) : 0] as number);
    rows[n] = i;
    masks[n] = mask;
    n += (mask | -mask) >>> 31;
  }
  return n;
}
