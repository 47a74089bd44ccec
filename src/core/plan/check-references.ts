import { referencesOf } from '../formula/ast.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { monthKey, planMonths } from './month-bounds.ts';
import type { Plan, PlanNode } from './plan.ts';
import { planMessages } from './plan-messages.ts';
import type { Path, Source } from './source.ts';

const problem = problemsOf(planMessages);

/** For how many unknown names the nearest known one is looked for; a plan with more is not a plan with typing errors. */
const SUGGESTED = 50;

/** Every name that one part of a plan uses for another must exist: in formulas, under, supports, pair, lag, compositions. [PLN-11] */
export function checkReferences(plan: Plan, source: Source): readonly Problem[] {
  const found: Problem[] = [];
  const nodes = new Set(plan.nodes.keys());
  const areas = new Set(plan.areas.keys());
  const parents = new Set([...nodes, ...plan.factors.keys()]);
  const need = (id: string, known: ReadonlySet<string>, path: Path): void => {
    if (known.has(id)) return;
    const nearest = found.length < SUGGESTED ? suggestion(id, known) : {};
    found.push(
      problem('unknown-reference', { id, ...nearest, ...subtraction(id, known) }, { at: path, line: source.lineOf(path) }),
    );
  };
  for (const node of plan.nodes.values()) {
    const path = pathOf(node);
    for (const id of node.equals ? referencesOf(node.equals) : []) need(id, nodes, [...path, 'equals']);
    (node.alternatives ?? []).forEach(({ equals }, i) => {
      for (const id of referencesOf(equals)) need(id, nodes, [...path, 'alternatives', i]);
    });
    for (const support of node.supports) need(support.to, parents, [...path, 'supports']);
    if (node.under !== undefined) need(node.under, parents, [...path, 'under']);
    if (node.pair !== undefined) need(node.pair, nodes, [...path, 'pair']);
    if (node.lag?.after !== undefined) need(node.lag.after, nodes, [...path, 'lag']);
    for (const area of node.areas) need(area, areas, [...path, 'area']);
  }
  for (const factor of plan.factors.values()) {
    for (const id of factor.supports) need(id, parents, ['factors', factor.id, 'supports']);
  }
  for (const [name, ids] of plan.compositions)
    ids.forEach((id, i) => {
      need(id, nodes, ['compositions', name, i]);
    });
  plan.identities.forEach((identity, i) => {
    for (const id of [...referencesOf(identity.left), ...referencesOf(identity.right)]) need(id, nodes, ['identities', i]);
  });
  found.push(...checkPipeline(plan, need, nodes, source));
  return found;
}

/** Amounts under way belong to nodes with a lag and to months of the plan; anything else would be left out without a word. */
function checkPipeline(
  plan: Plan,
  need: (id: string, known: ReadonlySet<string>, path: Path) => void,
  nodes: ReadonlySet<string>,
  source: Source,
): Problem[] {
  if (plan.pipeline.kind !== 'given') return [];
  const months = new Set(planMonths(plan).map(monthKey));
  return [...plan.pipeline.arrivals].flatMap(([id, amounts]): Problem[] => {
    const path: Path = ['pipeline', id];
    need(id, nodes, path);
    const node = plan.nodes.get(id);
    const place = (at: Path) => ({ at, line: source.lineOf(at) });
    if (node && !node.lag) return [problem('pipeline-without-lag', { node: id }, place(path))];
    return [...amounts.keys()]
      .filter(month => !months.has(month))
      .map(month => problem('pipeline-month', { node: id, month }, place([...path, month])));
  });
}

/** Path of a node in plan.yaml. */
export function pathOf(node: Pick<PlanNode, 'id' | 'role'>): Path {
  return [node.role === 'goal' ? 'goals' : 'kpis', node.id];
}

/** `a-b` where a and b exist was meant as a subtraction. */
function subtraction(id: string, known: ReadonlySet<string>): { readonly hint?: string } {
  for (let at = id.indexOf('-'); at !== -1; at = id.indexOf('-', at + 1)) {
    const [left, right] = [id.slice(0, at), id.slice(at + 1)];
    if (known.has(left) && known.has(right)) return { hint: `${left} - ${right}` };
  }
  return {};
}
