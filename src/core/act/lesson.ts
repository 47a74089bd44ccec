import type { EffectVerdict } from './effect-reading.ts';
import type { Initiative } from './initiative.ts';
import type { KpiRef } from './kpi-ref.ts';
import type { Outcome } from './outcome.ts';

/** What a closed initiative taught, worked or not; found again by search and reused as evidence. [ACT-13] */
export interface Lesson {
  readonly id: string;
  /** The initiative it comes from; null for lessons from elsewhere. */
  readonly initiative: string | null;
  readonly title: string;
  readonly hypothesis: string;
  readonly lesson: string;
  readonly kpis: readonly KpiRef[];
  readonly outcome: Outcome | null;
  readonly verdict: EffectVerdict | null;
  readonly channel: string | null;
  readonly industry: string | null;
}

/** The library's entry of a closed initiative; undefined while it is open. */
export function lessonOf(initiative: Initiative, id: string): Lesson | undefined {
  const { closing } = initiative;
  if (!closing) return undefined;
  return {
    id,
    initiative: initiative.id,
    title: initiative.title,
    hypothesis: initiative.hypothesis,
    lesson: closing.lesson,
    kpis: initiative.kpis,
    outcome: closing.outcome,
    verdict: closing.reading?.verdict ?? null,
    channel: null,
    industry: null,
  };
}
