import { type Bind, statement } from './bindings.ts';
import type { Columns } from './click-house.ts';
import type { JourneyStore } from './journey-store.ts';
import { dimensionColumn } from './journey-tables.ts';
import { keyOf, shardOf } from './key-of.ts';

/** States of a merge, in order. */
const [COPYING, COPIED, DONE] = [1, 2, 3];

/**
 * Makes people one: the events of all but one of them move to that one, on whatever shard it lies. [JRN-06]
 *
 * Each step leaves a state from which `finishMoves` can go on after a crash: while copying, what was copied is taken away and
 * copied again; once all is copied, only the originals remain to be taken away.
 */
export async function mergePeople(
  store: JourneyStore,
  pairs: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const named = pairs.map(({ from, to }) => [keyOf(from), keyOf(to)] as const);
  const known = await rootsOf(store, [...new Set(named.flat())]);
  const moved = unite(named, known);
  if (moved.size === 0) return;
  const op = await nextOp(store);
  const [first] = store.shards;
  const { merges } = store.tables;
  await first.insert(
    merges,
    ['store', 'person', 'root', 'op'],
    [...moved].map(([from, to]) => [store.key, from, to, op]),
  );
  // Whoever belonged to one of these before belongs to the new one now.
  await first.run(
    write(
      (bind, key) => `INSERT INTO ${merges} (store, person, root, op)
SELECT store, person, toUInt128(transform(toString(root), ${bind('Array(String)', [...moved.keys()])}, ${bind('Array(String)', [...moved.values()])}, '')), ${bind('UInt64', op)}
FROM ${merges} FINAL WHERE store = ${key} AND op < ${bind('UInt64', op)} AND root IN ${bind('Array(UInt128)', [...moved.keys()])}`,
      store,
    ),
  );
  await setState(store, op, COPYING);
  await copy(store, op, moved);
  await setState(store, op, COPIED);
  await takeAway(store, moved);
  await setState(store, op, DONE);
}

/** Goes on with merges that a crash has cut short. */
export async function finishMoves(store: JourneyStore): Promise<void> {
  const [first] = store.shards;
  const { moves, merges, events } = store.tables;
  const open = await first.rows(
    write(
      (_, key) => `SELECT toString(op), state FROM ${moves} FINAL WHERE store = ${key} AND state < ${DONE} ORDER BY op`,
      store,
    ),
  );
  for (const [op, state] of open) {
    const number = String(op);
    const rows = await first.rows(
      write(
        (bind, key) =>
          `SELECT toString(person), toString(root) FROM ${merges} WHERE store = ${key} AND op = ${bind('UInt64', number)}`,
        store,
      ),
    );
    const moved = new Map(rows.map(([person, root]) => [String(person), String(root)]));
    if (state === COPYING) {
      for (const server of store.shards)
        await server.run(
          write((bind, key) => `DELETE FROM ${events} WHERE store = ${key} AND moved = ${bind('UInt64', number)}`, store),
        );
      await copy(store, number, moved);
      await setState(store, number, COPIED);
    }
    await takeAway(store, moved);
    await setState(store, number, DONE);
  }
}

function write(sql: (bind: Bind, store: string) => string, { key }: JourneyStore) {
  return statement(bind => sql(bind, bind('UInt64', key)));
}

async function rootsOf(store: JourneyStore, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await store.shards[0].rows(
    write(
      (bind, key) =>
        `SELECT toString(person), toString(root) FROM ${store.tables.merges} FINAL WHERE store = ${key} AND person IN ${bind('Array(UInt128)', people)}`,
      store,
    ),
  );
  return new Map(rows.map(([person, root]) => [String(person), String(root)]));
}

/** For each person who stops being one: who they belong to in the end. */
function unite(pairs: readonly (readonly [string, string])[], known: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  const rootOf = (person: string): string => {
    let root = known.get(person) ?? person;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    return root;
  };
  for (const [from, to] of pairs) {
    const [own, other] = [rootOf(from), rootOf(to)];
    if (own !== other) above.set(own, other);
  }
  return new Map([...above.keys()].map(person => [person, rootOf(person)]));
}

async function nextOp(store: JourneyStore): Promise<string> {
  const rows = await store.shards[0].rows(
    write((_, key) => `SELECT toString(max(op) + 1) FROM ${store.tables.merges} WHERE store = ${key}`, store),
  );
  return String(rows[0]?.[0] ?? '1');
}

async function setState(store: JourneyStore, op: string, state: number): Promise<void> {
  await store.shards[0].insert(store.tables.moves, ['store', 'op', 'state'], [[store.key, op, state]]);
}

/** Rows go from shard to shard as text, and within one without leaving it. */
async function copy(store: JourneyStore, op: string, moved: ReadonlyMap<string, string>): Promise<void> {
  const dimensions = [...new Set((await store.dimensions()).values())].map(dimensionColumn);
  const kept = ['store', 'time', 'name', 'value', 'session', 'id', ...dimensions];
  const columns: Columns = ['person', 'moved', ...kept];
  const { events } = store.tables;
  for (const [index, server] of store.shards.entries())
    for (const [target, other] of store.shards.entries()) {
      const some = [...moved].filter(
        ([from, to]) => shardOf(from, store.shards.length) === index && shardOf(to, store.shards.length) === target,
      );
      if (some.length === 0) continue;
      const [from, to] = [some.map(([person]) => person), some.map(([, root]) => root)];
      const select = (bind: Bind, key: string) =>
        `SELECT ${index === target ? 'toUInt128' : ''}(transform(toString(person), ${bind('Array(String)', from)}, ${bind('Array(String)', to)}, '')) AS root, ${bind('UInt64', op)}, ${kept
          .map(column => (column === 'id' && index !== target ? 'toString(id)' : column))
          .join(', ')} FROM ${events} WHERE store = ${key} AND person IN ${bind('Array(UInt128)', from)}`;
      if (index === target)
        await server.run(write((bind, key) => `INSERT INTO ${events} (${columns.join(', ')}) ${select(bind, key)}`, store));
      else {
        const rows = await server.rows(write(select, store));
        await other.insert(
          events,
          columns,
          rows.map(([person, , , ...rest]) => [String(person), op, store.key, ...rest.map(cellOf)]),
        );
      }
    }
}

async function takeAway(store: JourneyStore, moved: ReadonlyMap<string, string>): Promise<void> {
  const gone = [...moved.keys()];
  for (const [index, server] of store.shards.entries()) {
    const some = gone.filter(person => shardOf(person, store.shards.length) === index);
    if (some.length > 0)
      await server.run(
        write(
          (bind, key) => `DELETE FROM ${store.tables.events} WHERE store = ${key} AND person IN ${bind('Array(UInt128)', some)}`,
          store,
        ),
      );
  }
}

function cellOf(cell: unknown): string | number | null {
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
}
