import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { pathOf } from './check-references.ts';
import type { Plan, PlanNode } from './plan.ts';
import type { Source } from './source.ts';
import { tagMessages } from './tag-messages.ts';

const problem = problemsOf(tagMessages);

/** Most main KPIs a purpose has. */
const MOST_MAIN = 3;

/** Purposes that are steered by more metrics than anybody can keep in mind; placed at the first one too many. [TPL-08, DES-49] */
export function checkTags(plan: Plan, source: Source): readonly Problem[] {
  const byPurpose = new Map<string, PlanNode[]>();
  for (const node of plan.nodes.values()) {
    const { purpose, main } = node.tags ?? {};
    if (node.role === 'kpi' && main && purpose !== undefined) byPurpose.set(purpose, [...(byPurpose.get(purpose) ?? []), node]);
  }
  return [...byPurpose].flatMap(([purpose, nodes]) => {
    const extra = nodes[MOST_MAIN];
    if (!extra) return [];
    const at = [...pathOf(extra), 'tags'];
    return [problem('main-too-many', { purpose, nodes: nodes.map(({ id }) => id) }, { at, line: source.lineOf(at) })];
  });
}
