import type { TableInspection } from './inspection.ts';

/**
 * Gives tables that do not say their period the one of a table of the same source in the same archive: the queries and pages of
 * Search Console are of the days that the chart by date beside them has. [ING-12]
 */
export function withSiblingPeriods(tables: readonly TableInspection[]): readonly TableInspection[] {
  return tables.map(table => {
    const { mapping } = table.decision;
    if (mapping.period.kind !== 'unknown' || mapping.source.kind !== 'preset') return table;
    const sibling = tables.find(other => other.recognised.id === table.recognised.id && other.period !== null);
    if (!sibling?.period) return table;
    const { from, to } = sibling.period;
    return {
      ...table,
      period: { from, to },
      decision: { ...table.decision, mapping: { ...mapping, period: { kind: 'fixed', from, to, said: 'sibling' } } },
      problems: table.problems.filter(problem => problem.code !== 'ask-period'),
    };
  });
}
