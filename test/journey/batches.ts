import type { CodedColumn, EventBatch } from '#engine/journey/event-batch.ts';
import type { JourneyEngine } from '#engine/journey/journey-engine.ts';
import { Random } from '../proof/random.ts';
import type { EventStore, ToldEvent } from './event-store.ts';

/** Tells an engine everything of a store: events shuffled into batches of different columns, merges somewhere between. */
export async function tell(engine: JourneyEngine, store: EventStore, seed: number): Promise<void> {
  const random = new Random(seed);
  const batches = shuffledBatches(store, random);
  const half = random.whole(0, store.merges.length);
  const early = random.whole(0, batches.length);
  const late = random.whole(early, batches.length);
  for (const batch of batches.slice(0, early)) await engine.append(batch);
  if (half > 0) await engine.merge(store.merges.slice(0, half));
  for (const batch of batches.slice(early, late)) await engine.append(batch);
  if (half < store.merges.length) await engine.merge(store.merges.slice(half));
  for (const batch of batches.slice(late)) await engine.append(batch);
}

function shuffledBatches({ events, dimensions }: EventStore, random: Random): readonly EventBatch[] {
  const shuffled = events
    .map(event => ({ event, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ event }) => event);
  const isBare = (event: ToldEvent) =>
    event.id === '' && event.session === '' && event.value === null && (event.dimensions.device ?? null) === null;
  const bare = shuffled.filter(isBare);
  const others = shuffled.filter(event => !isBare(event));
  const count = random.whole(1, 5);
  const parts = Array.from({ length: count }, (_, part) => others.filter((__, index) => index % count === part));
  return [...parts, bare].map(part => batchOf(part, dimensions, random));
}

/** A column that no row needs is left out, as a source without it would. */
export function batchOf(events: readonly ToldEvent[], dimensions: readonly string[], random: Random): EventBatch {
  const needed = dimensions.filter(
    dimension => events.length === 0 || events.some(event => (event.dimensions[dimension] ?? null) !== null),
  );
  return {
    length: events.length,
    person: coded(
      events.map(({ person }) => person),
      random,
    ),
    time: Float64Array.from(events, ({ time }) => time),
    name: coded(
      events.map(({ name }) => name),
      random,
    ),
    dimensions: Object.fromEntries(
      needed.map(dimension => [
        dimension,
        coded(
          events.map(event => event.dimensions[dimension] ?? null),
          random,
        ),
      ]),
    ),
    ...(events.some(({ value }) => value !== null)
      ? { value: Float64Array.from(events, ({ value }) => value ?? Number.NaN) }
      : {}),
    ...(events.some(({ session }) => session !== '') ? { session: coded(events.map(eventSession), random) } : {}),
    ...(events.some(({ id }) => id !== '') ? { id: coded(events.map(eventId), random) } : {}),
  };
}

/** A dictionary as sources write them: in no order, sometimes with a text twice. */
function coded<Value extends string | null>(texts: readonly Value[], random: Random): CodedColumn<Value> {
  const values: Value[] = [];
  const codes = new Map<Value, number>();
  const codeOf = (text: Value): number => {
    const known = codes.get(text);
    if (known !== undefined && !random.chance(0.01)) return known;
    codes.set(text, values.length);
    values.push(text);
    return values.length - 1;
  };
  return { codes: Uint32Array.from(texts, codeOf), values };
}

function eventSession({ session }: ToldEvent): string {
  return session;
}

function eventId({ id }: ToldEvent): string {
  return id;
}
