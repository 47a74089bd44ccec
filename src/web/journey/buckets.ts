export type CohortGrain = 'week' | 'month';

const DAY = 86_400_000;
/** Most buckets of a triangle that people can read. */
const MOST = 26;

/**
 * Edges of weeks (from Monday) or months from the one that holds `first` to the one that holds the moment before `end`; the newest
 * 26 of them where there are more. Moments by the clock on the wall as ms since 1970.
 */
export function bucketsOf(first: number, end: number, grain: CohortGrain): readonly number[] {
  const edges = [startOf(Math.min(first, end - 1), grain)];
  for (let last = edges[0] ?? 0; last < end; ) {
    last = next(last, grain);
    edges.push(last);
  }
  return edges.slice(-(MOST + 1));
}

/** A month as 2026-04, a week as its Monday. */
export function bucketName(edge: number, grain: CohortGrain): string {
  const text = new Date(edge).toISOString();
  return grain === 'month' ? text.slice(0, 7) : text.slice(0, 10);
}

function startOf(moment: number, grain: CohortGrain): number {
  const date = new Date(moment);
  if (grain === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const midnight = moment - (((moment % DAY) + DAY) % DAY);
  return midnight - ((date.getUTCDay() + 6) % 7) * DAY;
}

function next(edge: number, grain: CohortGrain): number {
  if (grain === 'week') return edge + 7 * DAY;
  const date = new Date(edge);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
