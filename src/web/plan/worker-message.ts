import type { CheckReport, Fix } from '#contract/check.ts';
import type { PlanView } from '#contract/plan-view.ts';
import type { PlanEdit, PlanTexts } from './edit-plan.ts';

/** What a plan asks of a node: over the whole plan and in each of its months; null where it says nothing. */
export interface PlannedNode {
  readonly node: string;
  readonly whole: string | null;
  readonly months: readonly (string | null)[];
}

export type Check = Omit<CheckReport, 'fixes'>;

/** A plan's texts checked. */
export interface CheckedPlan {
  readonly check: Check;
  /** Null where the text cannot be read as a plan. */
  readonly view: PlanView | null;
  readonly planned: readonly PlannedNode[];
}

export type WorkerQuestion = { readonly id: number } & (
  | ({ readonly kind: 'check'; readonly definitions: string; readonly currency: string } & PlanTexts)
  /** What one driver alone would have to be: takes longer than the check, so it is asked for on its own. */
  | ({ readonly kind: 'fixes'; readonly definitions: string; readonly currency: string } & PlanTexts)
  | ({ readonly kind: 'edit'; readonly edit: PlanEdit } & PlanTexts)
);

export interface WorkerAnswer {
  readonly id: number;
  readonly answer:
    | ({ readonly kind: 'checked' } & CheckedPlan)
    | { readonly kind: 'fixes'; readonly fixes: readonly Fix[] }
    /** Null: the edit cannot be made, because the text is broken or written in a way it does not fit. */
    | { readonly kind: 'edited'; readonly texts: PlanTexts | null };
}
