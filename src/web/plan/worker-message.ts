import type { CheckReport, Fix } from '#contract/check.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import type { planSchedule } from '#contract/planner.ts';
import type { WireProblem } from '#contract/problem.ts';
import type { repairPlan } from '#contract/repair.ts';
import type { CertificateView } from '#contract/verdict.ts';
import type { Day } from '#core/calendar/day.ts';
import type { PlanKnowledge } from '#core/lint/evidence/plan-knowledge.ts';
import type { Patch } from '#core/plan/edit.ts';
import type { PlannerRequest } from '#core/planner/planner.ts';
import type { RepairRequest } from '#core/repair/repair.ts';
import type { Text } from '#core/text/text.ts';
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
  /** The edit of plan.yaml that settles each problem, in their order; null where somebody has to decide. */
  readonly settles: readonly (Patch | null)[];
  readonly ignored: readonly IgnoredFinding[];
}

/** Ways to make a goal reach, each with the nodes it changes as they are afterwards. */
export interface Repaired {
  readonly answer: ResponseOf<typeof repairPlan>;
  /** In the order of the offers. */
  readonly after: readonly (readonly NodeView[])[];
}

/** What is created in one month arrives in which: linear where the goal grows in proportion to the levers. */
export interface Arrivals {
  readonly goal: string;
  /** Months of the plan, then those behind its end that something still arrives in. */
  readonly months: readonly string[];
  readonly levers: readonly {
    readonly node: string;
    /** What is planned in each month of the plan. */
    readonly amounts: readonly number[];
    /** What one unit of a month of the plan brings in each of the months: `response[created][arrives]`. */
    readonly response: readonly (readonly number[])[];
  }[];
  /** What arrives without any of it: from before the plan. */
  readonly before: readonly number[];
}

/** A plan's time in weeks. */
export interface WeeklyPlan {
  readonly weeks: readonly {
    /** First day of the whole week: its column in the sheet. */
    readonly key: Day;
    /** Its days in the plan. */
    readonly from: Day;
    readonly to: Day;
    /** What of it, by business days, lies in which month. */
    readonly pieces: readonly { readonly month: string; readonly share: number }[];
  }[];
  /** By node that adds up: what the sheet says of each week, and what the months give it. */
  readonly rows: readonly {
    readonly node: string;
    readonly given: readonly (string | null)[];
    readonly standing: readonly (number | null)[];
  }[];
  /** With weeks in place of months. */
  readonly arrivals: readonly Arrivals[];
}

/** Texts of a plan with what they are to be read with. */
export interface ReadWith extends PlanTexts {
  readonly definitions: string;
  readonly currency: string;
}

/** A finding that the plan says is meant to be so. */
export interface IgnoredFinding {
  readonly found: WireProblem;
  readonly because: Text;
  readonly until: Day | null;
  readonly by: string | null;
  /** Its place among the plan's ignores. */
  readonly index: number;
}

export type WorkerQuestion = { readonly id: number } & (
  | ({ readonly kind: 'check' } & ReadWith)
  /** What checks are made with from now on; told once, because it is large. */
  | { readonly kind: 'know'; readonly known: PlanKnowledge | undefined }
  /** What one driver alone would have to be: takes longer than the check, so it is asked for on its own. */
  | ({ readonly kind: 'fixes' } & ReadWith)
  | ({ readonly kind: 'repair'; readonly request: RepairRequest } & ReadWith)
  | ({ readonly kind: 'certificates' } & ReadWith)
  | ({ readonly kind: 'schedule'; readonly request: PlannerRequest } & ReadWith)
  | ({ readonly kind: 'arrivals' } & ReadWith)
  | ({ readonly kind: 'weekly' } & ReadWith)
  | ({ readonly kind: 'edit'; readonly edit: PlanEdit } & PlanTexts)
);

export interface WorkerAnswer {
  readonly id: number;
  readonly answer:
    | ({ readonly kind: 'checked' } & CheckedPlan)
    | { readonly kind: 'known' }
    | { readonly kind: 'fixes'; readonly fixes: readonly Fix[] }
    | ({ readonly kind: 'repaired' } & Repaired)
    /** Of the goals whose case can be calculated, with delays. */
    | { readonly kind: 'certificates'; readonly certificates: readonly CertificateView[] }
    | { readonly kind: 'schedule'; readonly answer: ResponseOf<typeof planSchedule> }
    | { readonly kind: 'arrivals'; readonly arrivals: readonly Arrivals[] }
    /** Null where the plan cannot be calculated. */
    | { readonly kind: 'weekly'; readonly weekly: WeeklyPlan | null }
    /** Null: the edit cannot be made, because the text is broken or written in a way it does not fit. */
    | { readonly kind: 'edited'; readonly texts: PlanTexts | null };
}
