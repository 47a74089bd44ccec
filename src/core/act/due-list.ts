import { addDays, type Day } from '../calendar/day.ts';

/** Open work by how near its date is; each list from the earliest date on. */
export interface DueList<T> {
  readonly overdue: readonly T[];
  readonly today: readonly T[];
  readonly soon: readonly T[];
  readonly later: readonly T[];
}

/**
 * Sorts open work (to-dos, initiatives, follow-ups) by its date. [ACT-33]
 * Overdue: before today. Soon: within `soonDays` days after today. What is finished must be left out by the caller.
 */
export function dueList<T extends { readonly due: Day }>(open: readonly T[], today: Day, soonDays: number): DueList<T> {
  const lastSoon = addDays(today, soonDays);
  const sorted = open.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return {
    overdue: sorted.filter(({ due }) => due < today),
    today: sorted.filter(({ due }) => due === today),
    soon: sorted.filter(({ due }) => due > today && due <= lastSoon),
    later: sorted.filter(({ due }) => due > lastSoon),
  };
}
