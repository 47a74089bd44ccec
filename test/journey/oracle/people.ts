import type { EventStore, ToldEvent } from '../event-store.ts';

/** One person with everything that happened, in order of time. */
export interface Person {
  readonly events: readonly LivedEvent[];
}

export interface LivedEvent extends ToldEvent {
  /** Tells the sessions of a person apart, those of the source from those found by gaps. */
  readonly sessionKey: string;
}

const SESSION_GAP = 30 * 60 * 1000;

/** The people of a store: each id once, merged people as one, sessions found. [JRN-05 … JRN-07] */
export function peopleOf(store: EventStore): readonly Person[] {
  const whose = representatives(store);
  const byPerson = new Map<string, ToldEvent[]>();
  for (const event of withoutRepeats(store.events)) {
    const person = whose(event.person);
    const events = byPerson.get(person);
    if (events) events.push(event);
    else byPerson.set(person, [event]);
  }
  return [...byPerson.values()].map(events => ({ events: withSessions(events.toSorted((a, b) => a.time - b.time)) }));
}

function withoutRepeats(events: readonly ToldEvent[]): readonly ToldEvent[] {
  const seen = new Set<string>();
  return events.filter(({ id }) => {
    if (id === '') return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** Everybody starts alone; each pair makes two groups one. */
function representatives({ merges }: EventStore): (person: string) => string {
  const groups = new Map<string, readonly string[]>();
  for (const { from, to } of merges) {
    const group = [...new Set([...(groups.get(from) ?? [from]), ...(groups.get(to) ?? [to])])];
    for (const member of group) groups.set(member, group);
  }
  return person => groups.get(person)?.[0] ?? person;
}

function withSessions(events: readonly ToldEvent[]): readonly LivedEvent[] {
  let gaps = 0;
  let last = Number.NEGATIVE_INFINITY;
  return events.map(event => {
    if (event.session !== '') return { ...event, sessionKey: `source ${event.session}` };
    if (event.time - last > SESSION_GAP) gaps += 1;
    last = event.time;
    return { ...event, sessionKey: `gap ${gaps}` };
  });
}
