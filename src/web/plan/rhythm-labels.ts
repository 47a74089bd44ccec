import type { NodeView } from '#contract/plan-view.ts';

/** The label of a rhythm, in the plan's namespace. */
export const RHYTHM_LABELS = {
  daily: 'rhythmDaily',
  weekly: 'rhythmWeekly',
  monthly: 'rhythmMonthly',
  quarterly: 'rhythmQuarterly',
  yearly: 'rhythmYearly',
} as const satisfies Readonly<Record<NonNullable<NodeView['rhythm']>, string>>;
