import type { PlanNode } from './plan.ts';

/** What a KPI is for: 1 to show how things stand, 2 to decide by, 3 to mean the same to everybody. */
export type KpiRole = 1 | 2 | 3;

/**
 * The roles a KPI cannot play yet. [DES-01]
 * 1 needs something to hold it against: a target, months of the sheet, or a formula; what is undecided or only watched is excused.
 * 2 needs the decision it serves. 3 needs a definition and an audience. Goals are asked for none.
 */
export function openRoles(node: PlanNode): readonly KpiRole[] {
  if (node.role === 'goal') return [];
  const isShown = node.target !== undefined || node.months.size > 0 || node.equals !== undefined || node.undecided || node.watch;
  const isDefined = node.meaning !== undefined || node.equals !== undefined;
  return [
    ...(isShown ? [] : ([1] as const)),
    ...(node.decision ? [] : ([2] as const)),
    ...(isDefined && node.audience ? [] : ([3] as const)),
  ];
}
