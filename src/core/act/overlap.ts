import type { DayRange } from '../calendar/day-range.ts';
import { intersection } from '../calendar/day-range.ts';
import type { Problem } from '../problem/problem.ts';
import type { Initiative } from './initiative.ts';
import { initiativeProblem } from './initiative-messages.ts';
import { sameKpi } from './kpi-ref.ts';

/**
 * Warns of initiatives whose effects could not be told apart: same KPI, same segment, overlapping days. [ACT-07]
 * One without a segment touches everybody. Ideas and finished initiatives without a start do not count.
 */
export function overlapWarnings(initiative: Initiative, others: readonly Initiative[]): readonly Problem[] {
  const own = daysOf(initiative);
  if (!own) return [];
  return others.flatMap(other => {
    const shared = sharesAudience(initiative, other) ? daysOf(other) : undefined;
    const overlap = shared && intersection(own, shared);
    if (other.id === initiative.id || !overlap) return [];
    return [initiativeProblem('initiative-overlap', { title: other.title, ...overlap }, { at: ['start'] })];
  });
}

/** From its actual or planned start to its end, or its due date while it is not finished; undefined without a start. */
export function daysOf(initiative: Initiative): DayRange | undefined {
  const from = initiative.startedOn ?? (initiative.stage === 'done' ? null : initiative.start);
  const to = initiative.closing?.on ?? initiative.due;
  return from !== null && from <= to ? { from, to } : undefined;
}

function sharesAudience(a: Initiative, b: Initiative): boolean {
  const sameSegment = !a.details.segment || !b.details.segment || a.details.segment === b.details.segment;
  return sameSegment && a.kpis.some(kpi => b.kpis.some(other => sameKpi(kpi, other)));
}
