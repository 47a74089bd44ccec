import type { PlanChange } from './plan-changes.ts';

/** Changes as they are listed: months of one node, or of one budget line, in one line. */
export interface ChangeLine {
  readonly key: string;
  readonly changes: readonly [PlanChange, ...PlanChange[]];
}

/** Puts the months of one node, and those of one line of the budget, together; all else stands alone. [SCR-41] */
export function changeLines(changes: readonly PlanChange[]): readonly ChangeLine[] {
  const lines = new Map<string, [PlanChange, ...PlanChange[]]>();
  for (const change of changes) {
    const key = change.month === undefined ? change.key : `${change.of} ${change.field}`;
    const line = lines.get(key);
    if (line) line.push(change);
    else lines.set(key, [change]);
  }
  return [...lines].map(([key, together]) => ({ key, changes: together }));
}
