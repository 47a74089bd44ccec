import { referencesOf } from '../formula/ast.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { Plan, PlanNode } from './plan.ts';
import { planMessages } from './plan-messages.ts';
import type { Path, Source } from './source.ts';

const problem = problemsOf(planMessages);

/** Every name that one part of a plan uses for another must exist: in formulas, under, supports, pair, lag, compositions. [PLN-11] */
export function checkReferences(plan: Plan, source: Source): readonly Problem[] {
  const found: Problem[] = [];
  const nodes = new Set(plan.nodes.keys());
  const parents = new Set([...nodes, ...plan.factors.keys()]);
  const need = (id: string, known: ReadonlySet<string>, path: Path): void => {
    if (known.has(id)) return;
    found.push(
      problem(
        'unknown-reference',
        { id, ...suggestion(id, known), ...subtraction(id, known) },
        { at: path, line: source.lineOf(path) },
      ),
    );
  };
  for (const node of plan.nodes.values()) {
    const path = pathOf(node);
    for (const id of node.equals ? referencesOf(node.equals) : []) need(id, nodes, [...path, 'equals']);
    for (const support of node.supports) need(support.to, parents, [...path, 'supports']);
    if (node.under !== undefined) need(node.under, parents, [...path, 'under']);
    if (node.pair !== undefined) need(node.pair, nodes, [...path, 'pair']);
    if (node.lag?.after !== undefined) need(node.lag.after, nodes, [...path, 'lag']);
    for (const area of node.areas) need(area, new Set(plan.areas.keys()), [...path, 'area']);
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
  if (plan.pipeline.kind === 'given') for (const id of plan.pipeline.arrivals.keys()) need(id, nodes, ['pipeline', id]);
  for (const line of plan.budget) if (line.node !== undefined) need(line.node, nodes, []);
  return found;
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
