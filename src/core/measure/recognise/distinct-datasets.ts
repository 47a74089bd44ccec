import type { TableInspection } from './inspection.ts';

/**
 * Gives tables of one file that would go into the same dataset datasets of their own: the snapshot of Google Analytics has several
 * tables by day, and the rows of one must not take the place of another's. They are named after their first number; where that is the
 * same, after what their rows are split by too; tables that differ in nothing are counted. [ING-13]
 */
export function withDistinctDatasets(tables: readonly TableInspection[]): readonly TableInspection[] {
  return counted(renamed(renamed(tables, 'measure'), 'dimension'));
}

function renamed(tables: readonly TableInspection[], role: 'measure' | 'dimension'): readonly TableInspection[] {
  const count = countOf(tables);
  return tables.map(table => {
    const { dataset, wide } = table.decision.mapping;
    const column = dataset.columns.find(each => each.role === role);
    if ((count.get(dataset.id) ?? 0) < 2 || !column || wide) return table;
    return named(table, `-${column.id}`, { ja: ` ${column.name.ja}`, en: `: ${column.name.en}` });
  });
}

function counted(tables: readonly TableInspection[]): readonly TableInspection[] {
  const count = new Map<string, number>();
  return tables.map(table => {
    const { id } = table.decision.mapping.dataset;
    const at = (count.get(id) ?? 0) + 1;
    count.set(id, at);
    return at < 2 || table.decision.mapping.wide ? table : named(table, `-${at}`, { ja: ` ${at}`, en: ` ${at}` });
  });
}

function countOf(tables: readonly TableInspection[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { decision } of tables) count.set(decision.mapping.dataset.id, (count.get(decision.mapping.dataset.id) ?? 0) + 1);
  return count;
}

function named(table: TableInspection, id: string, name: { readonly ja: string; readonly en: string }): TableInspection {
  const { mapping } = table.decision;
  const { dataset } = mapping;
  const made = {
    ...dataset,
    id: `${dataset.id}${id}`,
    name: { ja: `${dataset.name.ja}${name.ja}`, en: `${dataset.name.en}${name.en}` },
  };
  return { ...table, decision: { ...table.decision, mapping: { ...mapping, dataset: made } } };
}
