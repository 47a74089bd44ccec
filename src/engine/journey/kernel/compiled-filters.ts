import type { EventFilter } from '#core/journey/event-filter.ts';
import { dimensionIndex, type Vocabulary } from './event-part.ts';

/**
 * Filters as tables: bit f of the masks of a row says whether it passes filter f. The mask is the bitwise "and" of one table entry
 * per column, looked up by the row's code, less the filters whose bounds of value it fails. 32 filters fit a bank.
 */
export interface CompiledFilters {
  /** The name's tables come first; then those of the dimensions that any filter speaks of. */
  readonly name: FilterTable;
  readonly dimensions: readonly (FilterTable & { readonly dimension: number })[];
  readonly bounds: readonly ValueBound[];
  readonly count: number;
  /** 1, or 2 with more than 32 filters. */
  readonly banks: 1 | 2;
  /** No row can pass two of them. */
  readonly exclusive: boolean;
}

export interface FilterTable {
  readonly first: Uint32Array;
  /** Filters 32 to 63. */
  readonly second: Uint32Array;
}

export interface ValueBound {
  readonly filter: number;
  readonly min: number;
  readonly max: number;
}

/** At most 64 filters. */
export function compileFilters(filters: readonly EventFilter[], vocabulary: Vocabulary): CompiledFilters {
  if (filters.length > 64) throw new Error(`${filters.length} filters are more than 64`);
  const name = tableOf(
    vocabulary.names,
    filters.map(({ events }) => [events ? new Set<string | null>(events) : null]),
  );
  const spoken = new Set(filters.flatMap(({ where }) => (where ?? []).map(({ dimension }) => dimension)));
  const dimensions = [...spoken].map(id => {
    const dimension = dimensionIndex(vocabulary, id);
    const conditions = filters.map(({ where }) => (where ?? []).filter(one => one.dimension === id));
    return { dimension, ...conditionTable(vocabulary.dimensions[dimension]?.values ?? [], conditions) };
  });
  const bounds = filters.flatMap(({ value }, filter) =>
    value ? [{ filter, min: value.min ?? Number.NEGATIVE_INFINITY, max: value.max ?? Number.POSITIVE_INFINITY }] : [],
  );
  return { name, dimensions, bounds, count: filters.length, banks: filters.length > 32 ? 2 : 1, exclusive: isExclusive(name) };
}

type Condition = NonNullable<EventFilter['where']>[number];

function conditionTable(values: readonly (string | null)[], filters: readonly (readonly Condition[])[]): FilterTable {
  const table = emptyTable(values.length);
  for (const [filter, conditions] of filters.entries()) {
    const wanted = conditions.map(({ in: list, not }) => ({ list: new Set(list), not: not === true }));
    for (const [code, value] of values.entries())
      if (wanted.every(({ list, not }) => list.has(value) !== not)) setBit(table, code, filter);
  }
  return table;
}

function tableOf(
  values: readonly (string | null)[],
  filters: readonly (readonly (ReadonlySet<string | null> | null)[])[],
): FilterTable {
  const table = emptyTable(values.length);
  for (const [filter, sets] of filters.entries())
    for (const [code, value] of values.entries())
      if (sets.every(set => set === null || set.has(value))) setBit(table, code, filter);
  return table;
}

function emptyTable(length: number): FilterTable {
  return { first: new Uint32Array(length), second: new Uint32Array(length) };
}

function setBit({ first, second }: FilterTable, code: number, filter: number): void {
  const table = filter < 32 ? first : second;
  table[code] = (table[code] as number) | (1 << (filter & 31));
}

function isExclusive({ first, second }: FilterTable): boolean {
  return first.every((mask, code) => {
    const other = second[code] as number;
    return (mask & (mask - 1)) === 0 && (other & (other - 1)) === 0 && (mask === 0 || other === 0);
  });
}
