import type { CodedColumn, EventBatch } from '../event-batch.ts';
import { statement } from './bindings.ts';
import type { Columns, Row } from './click-house.ts';
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
  const batch = String(store.nextBatch());
  const roots = new Map<string, string>();
  const known = new Set<string>();
  const { keys, merges, events } = store.tables;
  const asked = await Promise.all(
    store.shards.map(async (server, shard) => {
      const wanted = [...(shard === 0 ? people : []), ...ids].map(key => [batch, key]);
      await server.insert(keys, ['batch', 'key'], wanted, signal);
      const write = (sql: (batch: string, store: string) => string) =>
        statement(bind => sql(bind('UInt64', batch), bind('UInt64', store.key)));
      const found =
        ids.length === 0
          ? []
          : await server.rows(
              write(
                (of, key) =>
                  `SELECT DISTINCT toString(id) FROM ${events} WHERE store = ${key} AND id IN (SELECT key FROM ${keys} WHERE batch = ${of})`,
              ),
            );
      const merged =
        shard > 0
          ? []
          : await server.rows(
              write(
                (of, key) =>
                  `SELECT toString(person), toString(root) FROM ${merges} FINAL WHERE store = ${key} AND person IN (SELECT key FROM ${keys} WHERE batch = ${of})`,
              ),
            );
      await server.run(write(of => `DELETE FROM ${keys} WHERE batch = ${of}`));
      return { found, merged };
    }),
  );
  for (const { found, merged } of asked) {
    for (const [id] of found) known.add(String(id));
    for (const [person, root] of merged) roots.set(String(person), String(root));
  }
  return [roots, known];
}
