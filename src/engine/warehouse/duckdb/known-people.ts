import { knownPeople, type PeopleLink } from '#core/measure/known-people.ts';
import type { PeopleSource } from '#core/measure/parts.ts';
import { sql } from '../sql.ts';
import type { Scope } from './period-rows.ts';
import type { RowSource } from './read-parts.ts';
import type { Session } from './session.ts';

/** The same rows with people as they are known. */
export async function withKnownPeople(
  scope: Scope,
  column: string,
  sources: readonly PeopleSource[],
  rowsOf: RowSource,
  session: Session,
): Promise<Scope> {
  const links: PeopleLink[] = [];
  for (const { dataset, column: other, as, live } of sources) {
    const known = await rowsOf(dataset, live, session);
    if (!known) continue;
    const [id, person] = [known.columns.name(other), known.columns.name(dataset.person)];
    const query = sql`SELECT DISTINCT CAST(${id} AS VARCHAR), CAST(${person} AS VARCHAR) FROM ${known.live.from}
      WHERE ${id} IS NOT NULL AND ${person} IS NOT NULL`;
    for (const row of (await session.rows(query, Number.POSITIVE_INFINITY)) ?? [])
      links.push({ as, id: String(row[0]), person: dataset.person, known: String(row[1]) });
  }
  const people = knownPeople(column, links);
  if (people.size === 0) return scope;
  const written = scope.columns.name(column);
  const from = sql`${scope.live.from} LEFT JOIN (
    SELECT unnest(CAST(${[...people.keys()]} AS VARCHAR[])) AS _known_id,
      unnest(CAST(${[...people.values()]} AS VARCHAR[])) AS _known_as) ON _known_id = CAST(${written} AS VARCHAR)`;
  return {
    ...scope,
    live: { ...scope.live, from },
    person: { column, name: sql`coalesce(_known_as, CAST(${written} AS VARCHAR))` },
  };
}
