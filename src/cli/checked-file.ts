import type { GoalVerdictReport } from '#contract/check.ts';
import type { PlanCheck } from '#core/plan/check-plan.ts';
import type { Problem } from '#core/problem/problem.ts';

/** What the check of one file says, as programs read it. [CLI-10] */
export interface CheckReport {
  readonly goals: readonly GoalVerdictReport[];
  readonly problems: readonly ReportedProblem[];
  /** What the plan says is meant to be so; absent where there is nothing. [LNT-20] */
  readonly ignored?: readonly IgnoredProblem[];
}

export interface IgnoredProblem extends ReportedProblem {
  readonly because: string;
}

export interface ReportedProblem {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly at: Problem['at'];
  readonly line: number | null;
  readonly params: Problem['params'];
  readonly message: string;
}

export interface CheckedFile {
  readonly file: string;
  readonly check: PlanCheck;
  readonly report: CheckReport;
}
