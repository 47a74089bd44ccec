import type { CodedColumn, EventBatch } from '../event-batch.ts';
import { type Bind, statement } from './bindings.ts';
import type { ClickHouse, Columns, Row } from './click-house.ts';
import { addDimensionColumn } from './create-tables.ts';
import type { JourneyStore } from './journey-store.ts';
import { dimensionColumn } from './journey-tables.ts';
import { keyOf, shardOf } from './key-of.ts';

/**
 * Brings in a batch: events whose id is already in, or came earlier in the batch, are left out; people who are merged come under
 * the person they belong to. [JRN-04 … JRN-06]
 */
export async function loadEvents(store: JourneyStore, batch: EventBatch, signal?: AbortSignal): Promise<void> {
  const numbers = await dimensionNumbers(store, Object.keys(batch.dimensions));
  const people = batch.person.values.map(keyOf);
  const ids = batch.id?.values.map(id => (id === '' ? NONE : keyOf(id))) ?? [];
  const idOf = (row: number) => (batch.id ? (ids[batch.id.codes[row] ?? -1] ?? NONE) : NONE);
  const [roots, known] = await lookUp(
    store,
    [...new Set(people)],
    [...new Set(ids)].filter(id => id !== NONE),
    signal,
  );
  const dimensions = Object.entries(batch.dimensions).map(([dimension, column]) => ({
    column,
    number: numbers.get(dimension) ?? 0,
  }));
  const rows = store.shards.map((): Row[] => []);
  for (let row = 0; row < batch.length; row++) {
    const id = idOf(row);
    if (known.has(id)) continue;
    if (id !== NONE) known.add(id);
    const own = people[batch.person.codes[row] ?? -1] ?? NONE;
    const person = roots.get(own) ?? own;
    const value = batch.value?.[row];
    rows[shardOf(person, store.shards.length)]?.push([
      store.key,
      person,
      batch.time[row] ?? 0,
      at(batch.name, row),
      value === undefined || Number.isNaN(value) ? null : value,
      batch.session ? at(batch.session, row) : '',
      id,
      ...dimensions.map(({ column }) => at(column, row)),
    ]);
  }
  const columns: Columns = [
    'store',
    'person',
    'time',
    'name',
    'value',
    'session',
    'id',
    ...dimensions.map(({ number }) => dimensionColumn(number)),
  ];
  for (const [shard, server] of store.shards.entries()) {
    signal?.throwIfAborted();
    await server.insert(store.tables.events, columns, rows[shard] ?? []);
  }
}

const NONE = '0';

function at<Value>({ codes, values }: CodedColumn<Value>, row: number): Value | null {
  return values[codes[row] ?? -1] ?? null;
}

/** Columns for dimensions, made where a dimension is new to the store. */
async function dimensionNumbers(store: JourneyStore, dimensions: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map(await store.dimensions());
  const missing = dimensions.filter(dimension => !numbers.has(dimension));
  if (missing.length === 0) return numbers;
  const [first] = store.shards;
  const rows = await first.rows({ sql: `SELECT DISTINCT dimension, number FROM ${store.tables.dimensions}`, params: {} });
  const everywhere = new Map(rows.map(([dimension, number]) => [String(dimension), Number(number)]));
  for (const dimension of missing) {
    const number = everywhere.get(dimension) ?? Math.max(0, ...everywhere.values()) + 1;
    everywhere.set(dimension, number);
    numbers.set(dimension, number);
    for (const server of store.shards) await addDimensionColumn(server, store.tables, number);
  }
  const added = missing.map(dimension => [store.key, dimension, numbers.get(dimension) ?? 0]);
  await first.insert(store.tables.dimensions, ['store', 'dimension', 'number'], added);
  return numbers;
}

/** The merged people among these with whom they belong to, and the ids among these that are in. */
async function lookUp(
  store: JourneyStore,
  people: readonly string[],
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly [ReadonlyMap<string, string>, Set<string>]> {
  const { merges, events } = store.tables;
  const merged = await among(store, people, store.shards.slice(0, 1), signal, (key, of) => {
    return `SELECT toString(person), toString(root) FROM ${merges} FINAL WHERE store = ${key} AND person IN ${of}`;
  });
  const found = await among(store, ids, store.shards, signal, (key, of) => {
    return `SELECT DISTINCT toString(id) FROM ${events} WHERE store = ${key} AND id IN ${of}`;
  });
  return [new Map(merged.map(([person, root]) => [String(person), String(root)])), new Set(found.map(([id]) => String(id)))];
}

/** So many keys go along with a question; more are put into a table first. */
const KEYS_ALONG = 2_000;

/** Rows of a question about keys, from each of these shards. */
async function among(
  store: JourneyStore,
  keys: readonly string[],
  shards: readonly ClickHouse[],
  signal: AbortSignal | undefined,
  sql: (store: string, keys: string) => string,
): Promise<readonly (readonly unknown[])[]> {
  if (keys.length === 0) return [];
  const write = (of: (bind: Bind) => string) => statement(bind => sql(bind('UInt64', store.key), of(bind)));
  const ask = async (server: ClickHouse) => {
    if (keys.length <= KEYS_ALONG)
      return server.rows(
        write(bind => bind('Array(UInt128)', keys)),
        { signal },
      );
    const { keys: table } = store.tables;
    const batch = String(store.nextBatch());
    await server.insert(
      table,
      ['batch', 'key'],
      keys.map(key => [batch, key]),
      signal,
    );
    try {
      return await server.rows(
        write(bind => `(SELECT key FROM ${table} WHERE batch = ${bind('UInt64', batch)})`),
        { signal },
      );
    } finally {
      await server.run({ sql: `ALTER TABLE ${table} DROP PARTITION ${batch}`, params: {} });
    }
  };
  return (await Promise.all(shards.map(ask))).flat();
}
