import type { DayRange } from '../calendar/day-range.ts';
import type { NodeId } from '../plan/plan.ts';

/** A note on a day or some days, drawn on the charts of a KPI, of a plan, or everywhere. [ACT-35] */
export interface Annotation {
  readonly id: string;
  /** Null: on the charts of every plan. */
  readonly plan: string | null;
  /** Null: on all KPIs of the plan. */
  readonly node: NodeId | null;
  readonly days: DayRange;
  readonly text: string;
  readonly source: AnnotationSource;
  /** Id of the initiative or batch it comes from. */
  readonly sourceId: string | null;
}

export type AnnotationSource = 'person' | 'initiative' | 'campaign' | 'season' | 'import';
