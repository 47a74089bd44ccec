import { addDays, type Day } from '#core/calendar/day.ts';
import type { DatasetId } from '#core/measure/dataset.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';

/** A source this many days behind the newest one does not hold the others back. */
const PATIENCE_DAYS = 7;

/**
 * The day up to which progress is told when nobody says: the last day that is over and for which the sources have arrived. [PRG-04]
 * Of several sources the slowest counts, so that a missing day is not taken for a drop; one that is a week or more behind the
 * newest is late, not slow, and is left out.
 */
export function lastDay(datasets: Iterable<DatasetId>, live: ReadonlyMap<DatasetId, readonly LiveSegment[]>, today: Day): Day {
  const yesterday = addDays(today, -1);
  const ends = [...datasets].flatMap(dataset => {
    const last = throughOf(live.get(dataset) ?? []);
    return last === undefined ? [] : [last < yesterday ? last : yesterday];
  });
  const newest = ends.toSorted().at(-1);
  if (newest === undefined) return yesterday;
  const patient = addDays(newest, -PATIENCE_DAYS);
  return ends.filter(end => end > patient).toSorted()[0] ?? newest;
}

/** The last day that segments speak for. */
export function throughOf(segments: readonly LiveSegment[]): Day | undefined {
  return segments
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
}
