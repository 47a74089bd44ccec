import type { TableInspection } from './inspection.ts';

/**
 * Gives tables of one file that would go into the same dataset datasets of their own, named after their first number: the snapshot of
 * Google Analytics has several tables by day, and the rows of one must not take the place of another's. [ING-13]
 */
export function withDistinctDatasets(tables: readonly TableInspection[]): readonly TableInspection[] {
  const count = new Map<string, number>();
  for (const { decision } of tables) count.set(decision.mapping.dataset.id, (count.get(decision.mapping.dataset.id) ?? 0) + 1);
  return tables.map(table => {
    const { mapping } = table.decision;
    const { dataset } = mapping;
    const measure = dataset.columns.find(column => column.role === 'measure');
    if ((count.get(dataset.id) ?? 0) < 2 || !measure || mapping.wide) return table;
    const named = {
      ...dataset,
      id: `${dataset.id}-${measure.id}`,
      name: { ja: `${dataset.name.ja} ${measure.name.ja}`, en: `${dataset.name.en}: ${measure.name.en}` },
    };
    return { ...table, decision: { ...table.decision, mapping: { ...mapping, dataset: named } } };
  });
}
