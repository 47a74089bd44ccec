import type { PlanNode } from '../plan/plan.ts';

/** Several things a finding is about, with their names for its sentence. */
export interface Named {
  readonly [name: string]: string | number | readonly string[] | undefined;
  readonly nodes: readonly string[];
  readonly namesJa: readonly string[];
  readonly namesEn: readonly string[];
}

/** How many are named before the rest is only counted. */
const SHOWN = 3;

export function named(nodes: readonly Pick<PlanNode, 'id' | 'name'>[]): Named {
  return {
    nodes: nodes.map(({ id }) => id),
    namesJa: nodes.map(({ name }) => name.ja),
    namesEn: nodes.map(({ name }) => name.en),
  };
}

/** 「A、B、C、他2件」 */
export function listJa({ namesJa }: Named): string {
  const more = namesJa.length - SHOWN;
  return `${namesJa.slice(0, SHOWN).join('、')}${more > 0 ? `、他${more}件` : ''}`;
}

/** "A, B, C and 2 more" */
export function listEn({ namesEn }: Named): string {
  const more = namesEn.length - SHOWN;
  return `${namesEn.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** "1 KPI", "3 KPIs" */
export function kpisEn({ nodes }: Named): string {
  return `${nodes.length} KPI${nodes.length === 1 ? '' : 's'}`;
}
