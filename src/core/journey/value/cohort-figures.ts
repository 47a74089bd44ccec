import type { RetentionAnswer, RetentionCell } from '../retention-question.ts';

export type CohortMeasure = 'people' | 'events' | 'value';

/** Cells of one distance over all cohorts that are old enough. */
export interface CohortMean {
  /** Sum of the cells over the people of their cohorts; null with nobody. */
  readonly mean: number | null;
  readonly people: number;
  readonly cohorts: number;
}

/** The first `ripe` buckets are over: only their cells count. Row c has the cells k with c + k below `ripe`. [VAL-72] */
export function ripeCells({ cohorts }: RetentionAnswer, ripe: number): readonly (readonly RetentionCell[])[] {
  return cohorts.map(({ cells }, cohort) => cells.slice(0, Math.max(0, ripe - cohort)));
}

/**
 * Mean per person at each distance, weighted by the size of the cohorts; cohorts that are not old enough do not count. [VAL-72]
 */
export function cohortMeans(answer: RetentionAnswer, ripe: number, measure: CohortMeasure): readonly CohortMean[] {
  const rows = ripeCells(answer, ripe);
  const longest = Math.max(0, ...rows.map(row => row.length));
  return Array.from({ length: longest }, (_, distance) => {
    let [sum, people, cohorts] = [0, 0, 0];
    for (const [index, row] of rows.entries()) {
      const cell = row[distance];
      const size = answer.cohorts[index]?.people ?? 0;
      if (!cell || size === 0) continue;
      sum += cell[measure];
      people += size;
      cohorts += 1;
    }
    return { mean: people > 0 ? sum / people : null, people, cohorts };
  });
}
