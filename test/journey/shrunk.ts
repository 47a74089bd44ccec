import type { EventStore } from './event-store.ts';

const MOST_TRIES = 300;

/** The store without the events and merges that a failure does not need; undefined when the whole of it does not fail alone. */
export async function shrunk(store: EventStore, fails: (store: EventStore) => Promise<boolean>): Promise<EventStore | undefined> {
  if (!(await fails(store))) return undefined;
  let small = store;
  let tries = 0;
  for (let size = Math.ceil(store.events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < small.events.length && tries < MOST_TRIES; tries += 1) {
      const without = { ...small, events: small.events.toSpliced(from, size) };
      if (await fails(without)) small = without;
      else from += size;
    }
  const withoutMerges = { ...small, merges: [] };
  return (await fails(withoutMerges)) ? withoutMerges : small;
}
