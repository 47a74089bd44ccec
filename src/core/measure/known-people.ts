import type { Definitions } from '../metric/definitions.ts';
import type { ColumnId, Dataset } from './dataset.ts';
import type { LiveSegment } from './live-segments.ts';
import type { PartsRequest, PeopleSource, Take } from './parts.ts';

/** Two ids that a row says are of one person: `id`, of the people of column `as`, is `known`, of the people of column `person`. */
export interface PeopleLink {
  readonly as: ColumnId;
  readonly id: string;
  readonly person: ColumnId;
  readonly known: string;
}

/**
 * For the ids of one column of people that are known by another id, the one they count as. [IDN-03]
 *
 * An id that stands beside exactly one person is that person, who may be known by a further id in turn. One that stands beside several
 * (a device that a family shares) stays by itself. Ids that lead round in a circle are the first of it in the order of the text.
 */
export function knownPeople(column: ColumnId, links: readonly PeopleLink[]): ReadonlyMap<string, string> {
  const next = new Map<string, Set<string>>();
  for (const { as, id, person, known } of links) {
    const [from, to] = [keyOf(as, id), keyOf(person, known)];
    if (from === to) continue;
    const targets = next.get(from);
    if (targets) targets.add(to);
    else next.set(from, new Set([to]));
  }
  const found = new Map<string, string>();
  for (const { as, id } of links) {
    if (as !== column || found.has(id)) continue;
    const start = keyOf(as, id);
    const person = lastOf(start, next);
    if (person !== start) found.set(id, person.startsWith(keyOf(column, '')) ? person.slice(keyOf(column, '').length) : person);
  }
  return found;
}

/** The datasets that say something of a dataset's people, directly or of those they are; undefined for takes that are not about people. */
export function peopleSources(
  dataset: Dataset,
  take: Take,
  { datasets }: Definitions,
  liveOf: (dataset: Dataset) => readonly LiveSegment[],
): PartsRequest['people'] {
  if (dataset.kind !== 'event' || (take.kind !== 'distinct' && take.kind !== 'repeaters')) return undefined;
  if (take.column !== dataset.person) return undefined;
  const all = [...datasets.values()].flatMap(({ dataset: one }): readonly PeopleSource[] => {
    if (one.kind !== 'event' || one.person === undefined) return [];
    const source = { ...one, person: one.person };
    return (one.sameAs ?? []).map(same => ({ dataset: source, ...same, live: liveOf(one) }));
  });
  const columns = new Set([take.column]);
  const found = new Set<PeopleSource>();
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const source of all) {
      if (!columns.has(source.as)) continue;
      found.add(source);
      columns.add(source.dataset.person);
    }
  }
  return found.size > 0 ? [...found] : undefined;
}

function lastOf(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): string {
  const path = [start];
  for (let at = start; ; ) {
    const [only, ...others] = next.get(at) ?? [];
    if (only === undefined || others.length > 0) return at;
    const circle = path.indexOf(only);
    if (circle >= 0) return path.slice(circle).toSorted()[0] ?? at;
    path.push(only);
    at = only;
  }
}

function keyOf(column: ColumnId, id: string): string {
  return `${column}\u001f${id}`;
}
