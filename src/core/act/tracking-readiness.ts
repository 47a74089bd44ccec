import type { Problem } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';
import { initiativeProblem } from './initiative-messages.ts';

/** What is known of how a KPI that an initiative is meant to move is measured. */
export interface KpiTracking {
  readonly name: Text;
  /** Datasets its values rest on; none where it has no source. */
  readonly datasets: readonly {
    readonly name: Text;
    readonly hasRows: boolean;
    readonly columns: readonly string[];
  }[];
}

/**
 * What stands in the way of measuring an initiative: a KPI without source, a source into which no rows have come, or one without the column by which
 * the initiative's segment is told. [ACT-50]
 *
 * `segment`: as people wrote it; `device = mobile` names a column, other words name none and are not looked for.
 */
export function trackingProblems(kpis: readonly KpiTracking[], segment: string | undefined): readonly Problem[] {
  const columns = segmentColumns(segment ?? '');
  const place = { at: ['stage'] };
  return kpis.flatMap(({ name, datasets }): readonly Problem[] => {
    const kpi = { kpiJa: name.ja, kpiEn: name.en };
    if (datasets.length === 0) return [initiativeProblem('initiative-kpi-unmeasured', kpi, place)];
    return datasets.flatMap(dataset => {
      const untracked = { ...kpi, dataJa: dataset.name.ja, dataEn: dataset.name.en };
      if (!dataset.hasRows) return [initiativeProblem('initiative-source-empty', untracked, place)];
      return columns
        .filter(column => !dataset.columns.includes(column))
        .map(column => initiativeProblem('initiative-segment-untracked', { ...untracked, column }, place));
    });
  });
}

/** Columns that a segment names: `device-category = mobile, channel != paid`. */
export function segmentColumns(segment: string): readonly string[] {
  return [...segment.matchAll(/(?:^|[,、&]|\band\b)\s*([a-z][a-z0-9-]*)\s*(?:=|!=)/g)].flatMap(([, column]) => column ?? []);
}
