import type { GuidedAnswers, GuidedNode } from '#core/begin/guided-plan.ts';
import type { Catalogue } from '#core/metric/catalogue.ts';
import type { PlanTexts } from '../plan/edit-plan.ts';
import type { CheckedDraft } from '../plan/use-checked-plan.ts';

/** What every question gets to see, and what it may change. */
export interface StepProps {
  readonly answers: GuidedAnswers;
  readonly set: (change: Partial<GuidedAnswers>) => void;
  readonly catalogue: Catalogue;
  readonly nodes: readonly GuidedNode[];
  readonly texts: PlanTexts | null;
  /** The check of these texts; undefined while it is under way. */
  readonly checked: CheckedDraft | undefined;
  /** Of the plan. */
  readonly name: string;
  readonly onDone: () => void;
}
