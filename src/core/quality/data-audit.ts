import { addMonths, type Day } from '../calendar/day.ts';
import type { Instant } from '../measure/live-segments.ts';
import type { Text } from '../text/text.ts';

/** An audit of a dataset as it was carried out: values held against their source, what was looked at, and what follows. [QUA-30] */
export interface DataAudit {
  readonly id: string;
  readonly dataset: string;
  readonly on: Day;
  readonly samples: readonly AuditedSample[];
  readonly checks: readonly AuditCheck[];
  readonly result: 'passed' | 'failed';
  readonly note: string;
  readonly correction: Correction | null;
  /** The day by which the next one is due. */
  readonly next: Day;
  readonly at: Instant;
  readonly by: string;
}

/** A value of the data, named so that it can be looked up in the source. */
export interface AuditSample {
  readonly from: Day;
  readonly to: Day;
  /** Dimensions and their values. */
  readonly slice: readonly { readonly column: string; readonly name: Text; readonly value: string }[];
  /** Column that is summed; null where rows are counted. */
  readonly column: string | null;
  readonly name: Text;
  /** Currency of the sum, where it is money. */
  readonly currency: string | null;
  /** Exact. */
  readonly ours: string;
}

/** `theirs`: what the source says; null where nobody looked. */
export interface AuditedSample extends AuditSample {
  readonly theirs: string | null;
}

/** What is put right after an audit that found something. */
export interface Correction {
  readonly what: string;
  readonly owner: string;
  readonly due: Day;
}

/** What is gone through beside the samples. */
export const AUDIT_CHECKS = ['definition', 'coverage', 'duplicates', 'exclusions', 'people', 'changes'] as const;
export type AuditCheck = (typeof AUDIT_CHECKS)[number];

/** How often datasets are audited; a quarter unless something else was said. */
export interface AuditSchedule {
  readonly months: number;
  /** Months null: never. */
  readonly datasets: readonly { readonly dataset: string; readonly months: number | null; readonly owner: string | null }[];
}

export const USUAL_AUDITS: AuditSchedule = { months: 3, datasets: [] };
export const AUDIT_MONTHS = { least: 1, most: 24 } as const;

/** When a dataset is to be audited next; undefined where it never is, or has no data. */
export interface AuditDue {
  readonly due: Day;
  readonly overdue: boolean;
}

/**
 * The day that the last audit named; before the first audit, one interval after the first import. Overdue from the day after. [QUA-30]
 * `months`: the interval; null for never.
 */
export function auditDue(
  months: number | null,
  last: Pick<DataAudit, 'next'> | undefined,
  firstImport: Day | undefined,
  today: Day,
): AuditDue | undefined {
  if (months === null || (!last && firstImport === undefined)) return undefined;
  const due = last?.next ?? (firstImport === undefined ? undefined : addMonths(firstImport, months));
  return due === undefined ? undefined : { due, overdue: due < today };
}

/** How often a dataset is audited, and who does it. */
export function auditPlanOf(
  { months, datasets }: AuditSchedule,
  dataset: string,
): { months: number | null; owner: string | null } {
  const own = datasets.find(one => one.dataset === dataset);
  return own ? { months: own.months, owner: own.owner } : { months, owner: null };
}
