import { type KpiRef, kpiKey } from './kpi-ref.ts';
import type { MemberId } from './member.ts';

/** A KPI whose owner is expected to comment on each period. */
export interface CommentDuty extends KpiRef {
  readonly owner: MemberId;
}

/** A comment that is not written yet. */
export interface MissingComment extends CommentDuty {
  readonly period: string;
}

/**
 * The comments that are not written yet: every KPI × period, less the ones with a comment by anybody. [ACT-32]
 * Order: periods as given, then KPIs as given.
 */
export function missingComments(
  duties: readonly CommentDuty[],
  periods: readonly string[],
  written: Iterable<{ readonly kpi: KpiRef; readonly period: string }>,
): readonly MissingComment[] {
  const present = new Set<string>();
  for (const { kpi, period } of written) present.add(`${period} ${kpiKey(kpi)}`);
  return periods.flatMap(period =>
    duties.filter(duty => !present.has(`${period} ${kpiKey(duty)}`)).map(duty => ({ ...duty, period })),
  );
}
