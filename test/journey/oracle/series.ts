import type { SeriesAnswer, SeriesQuestion } from '#core/journey/series-question.ts';
import { compareSlices } from './order.ts';
import { bucketOf, dimensionOf, passes, sumOfValues } from './passes.ts';
import type { LivedEvent, Person } from './people.ts';

/** Events, people, sessions and value per bucket and slice. [JRN-30] */
export function series(people: readonly Person[], { select, edges, by = [] }: SeriesQuestion): SeriesAnswer {
  const groups = new Map<string, { bucket: number; slice: (string | null)[]; events: { person: number; event: LivedEvent }[] }>();
  for (const [person, { events }] of people.entries())
    for (const event of events) {
      const bucket = bucketOf(event.time, edges);
      if (bucket < 0 || !passes(event, select)) continue;
      const slice = by.map(dimension => dimensionOf(event, dimension));
      const key = JSON.stringify([bucket, slice]);
      const group = groups.get(key) ?? { bucket, slice, events: [] };
      group.events.push({ person, event });
      groups.set(key, group);
    }
  const rows = [...groups.values()].map(({ bucket, slice, events }) => ({
    bucket,
    slice,
    events: events.length,
    people: new Set(events.map(({ person }) => person)).size,
    sessions: new Set(events.map(({ person, event }) => `${person} ${event.sessionKey}`)).size,
    value: sumOfValues(events.map(({ event }) => event)),
  }));
  return { rows: rows.toSorted((a, b) => a.bucket - b.bucket || compareSlices(a.slice, b.slice)) };
}
