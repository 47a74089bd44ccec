import type { InspectedTable } from '#contract/upload.ts';

/** Whether something stands in the way of importing a table. */
export function stands({ problems }: Pick<InspectedTable, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
