import type { BucketEdges } from './bucket-edges.ts';
import type { RetentionAnswer, RetentionCell } from './retention-question.ts';

/** Cohorts by distance from their beginning, and the average over them. */
export interface CohortTriangle {
  readonly cohorts: readonly CohortLine[];
  /** One per distance; null where no cohort is mature. */
  readonly average: readonly (CohortAverage | null)[];
}

export interface CohortLine {
  /** Moments from … up to, not including. */
  readonly from: number;
  readonly to: number;
  readonly people: number;
  /** The cohort's own period is not over, so more people may still join it. */
  readonly open: boolean;
  /** One per distance; null is immature: the period is not over. */
  readonly cells: readonly (CohortCell | null)[];
}

export interface CohortCell extends RetentionCell {
  /** People of the cohort's people; null for a cohort of nobody. */
  readonly share: number | null;
}

export interface CohortAverage {
  /** Σ people ÷ Σ cohort sizes. */
  readonly share: number;
  readonly people: number;
  readonly of: number;
  /** Cohorts with people that were mature at this distance. */
  readonly cohorts: number;
  /** Σ events and Σ value per person of the cohorts. */
  readonly eventsEach: number;
  readonly valueEach: number;
}

/**
 * The triangle of a retention answer: shares, immature cells blank, averages weighted by people over mature cells only.
 * [JRN-23, JRN-24]
 *
 * In    the answer, the edges it was asked with, the moment up to which there are data
 */
export function cohortTriangle({ cohorts }: RetentionAnswer, edges: BucketEdges, asOf: number): CohortTriangle {
  const isOver = (bucket: number) => (edges[bucket + 1] ?? Number.POSITIVE_INFINITY) <= asOf;
  const lines = cohorts.map(
    ({ people, cells }, cohort): CohortLine => ({
      from: edges[cohort] ?? 0,
      to: edges[cohort + 1] ?? 0,
      people,
      open: !isOver(cohort),
      cells: cells.map((cell, distance) =>
        isOver(cohort + distance) ? { ...cell, share: people === 0 ? null : cell.people / people } : null,
      ),
    }),
  );
  return { cohorts: lines, average: cohorts.map((_, distance) => averageAt(lines, distance)) };
}

/** The cohort a person belongs to by the moment of beginning: its place, undefined outside all buckets. [JRN-20] */
export function cohortOf(moment: number, edges: BucketEdges): number | undefined {
  const place = edges.findLastIndex(edge => edge <= moment);
  return place >= 0 && place < edges.length - 1 ? place : undefined;
}

function averageAt(lines: readonly CohortLine[], distance: number): CohortAverage | null {
  const mature = lines.flatMap(({ people, cells }) => {
    const cell = cells[distance];
    return cell && people > 0 ? [{ size: people, cell }] : [];
  });
  if (mature.length === 0) return null;
  const sum = (part: (each: (typeof mature)[number]) => number) => mature.reduce((total, each) => total + part(each), 0);
  const of = sum(({ size }) => size);
  const people = sum(({ cell }) => cell.people);
  return {
    share: people / of,
    people,
    of,
    cohorts: mature.length,
    eventsEach: sum(({ cell }) => cell.events) / of,
    valueEach: sum(({ cell }) => cell.value) / of,
  };
}
