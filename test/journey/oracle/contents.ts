import type { EventStore, ToldEvent } from '../event-store.ts';
import { compareTexts } from './order.ts';
import { dimensionOf } from './passes.ts';
import type { Person } from './people.ts';

const MOST_VALUES = 1000;

/** What a store holds. [JRN-09] */
export function contents(people: readonly Person[], { dimensions }: EventStore) {
  const events = people.flatMap(person => person.events);
  const times = events.map(({ time }) => time).toSorted((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)];
  return {
    events: events.length,
    people: people.length,
    ...(first === undefined || last === undefined ? {} : { span: { first, last } }),
    names: mostFrequent(events, ({ name }) => name).map(({ value, count }) => ({ name: value, events: count })),
    dimensions: dimensions.toSorted(compareTexts).map(id => ({
      id,
      values: mostFrequent(events, event => dimensionOf(event, id))
        .slice(0, MOST_VALUES)
        .map(({ value }) => value),
    })),
  };
}

function mostFrequent<Value extends string | null>(events: readonly ToldEvent[], textOf: (event: ToldEvent) => Value) {
  const counts = new Map<Value, number>();
  for (const event of events) counts.set(textOf(event), (counts.get(textOf(event)) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || compareTexts(a.value, b.value));
}
