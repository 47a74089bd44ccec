import type { EventFilter } from '#core/journey/event-filter.ts';
import { compareSlices } from './order.ts';
import { dimensionOf, passes } from './passes.ts';
import type { LivedEvent, Person } from './people.ts';

export interface Touch {
  readonly time: number;
  readonly slice: readonly (string | null)[];
}

/** A person's touches in order: of each session the earliest event that passes. [JRN-41] */
export function touchesOf(person: Person, filter: EventFilter, by: readonly string[]): readonly Touch[] {
  const sliceOf = (event: LivedEvent) => by.map(dimension => dimensionOf(event, dimension));
  const passing = person.events
    .filter(event => passes(event, filter))
    .toSorted((a, b) => a.time - b.time || compareSlices(sliceOf(a), sliceOf(b)));
  return [...new Set(passing.map(({ sessionKey }) => sessionKey))]
    .flatMap(key => passing.find(({ sessionKey }) => sessionKey === key) ?? [])
    .toSorted((a, b) => a.time - b.time || compareSlices([a.session], [b.session]))
    .map(event => ({ time: event.time, slice: sliceOf(event) }));
}
