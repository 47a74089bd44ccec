import type { Dataset } from '#core/measure/dataset.ts';

/** A dataset with the columns of both: as the first has them, then what only the second has. */
export function datasetUnion(first: Dataset | undefined, second: Dataset): Dataset {
  if (!first) return second;
  const known = new Set(first.columns.map(({ id }) => id));
  return { ...first, columns: [...first.columns, ...second.columns.filter(({ id }) => !known.has(id))] };
}
