import { parseFormula } from '#core/formula/parse.ts';
import { formulaRow } from '#core/share/formula-row.ts';
import type { TreeNode } from '#core/share/tree-nodes.ts';
import type { PlanView } from './plan-view.ts';

/** A plan's goals and KPIs as the tree needs them. */
export function treeOfPlan(view: PlanView): readonly TreeNode[] {
  const factors = new Set(view.factors.map(({ id }) => id));
  const ids = new Set(view.nodes.map(({ id }) => id));
  return view.nodes.map(node => {
    const formula = node.equals ? parseFormula(node.equals.text) : undefined;
    return {
      id: node.id,
      role: node.role,
      formula: formula?.ok ? formulaRow(formula.value) : [],
      factor: node.under !== null && factors.has(node.under) ? node.under : undefined,
      influences: node.supports.find(({ to }) => ids.has(to))?.to,
    };
  });
}
