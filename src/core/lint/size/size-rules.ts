import type { NodeId } from '../../plan/plan.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { Lint } from '../lint.ts';
import type { Rule } from '../rule.ts';
import { sizeMessages } from './size-messages.ts';

const problem = problemsOf(sizeMessages);

/** Usual limits: five to ten KPIs for a team, and two or three teams to a plan. */
const LIMITS = { plan: 20, factor: 7, formula: 9, depth: 7 } as const;

/** Whether a plan can be kept in mind. [DES-07, DES-24] */
export const sizeRules: readonly Rule[] = [
  {
    id: 'too-many-kpis',
    find: ({ aimed }) =>
      aimed.length > LIMITS.plan ? [problem('too-many-kpis', { count: aimed.length, limit: LIMITS.plan })] : [],
  },
  {
    id: 'too-many-per-factor',
    find: ({ aimed, plan, placeOf }) => {
      const counts = new Map<string, number>();
      for (const { under } of aimed) if (under !== undefined) counts.set(under, (counts.get(under) ?? 0) + 1);
      return [...plan.factors.keys()].flatMap(factor => {
        const count = counts.get(factor) ?? 0;
        if (count <= LIMITS.factor) return [];
        return [problem('too-many-per-factor', { factor, count, limit: LIMITS.factor }, placeOf(['factors', factor]))];
      });
    },
  },
  {
    id: 'formula-too-wide',
    find: ({ plan, partsOf, place }) =>
      [...plan.nodes.values()].flatMap(node => {
        const count = partsOf(node.id).length;
        if (count <= LIMITS.formula) return [];
        return [problem('formula-too-wide', { node: node.id, count, limit: LIMITS.formula }, place(node, 'equals'))];
      }),
  },
  {
    id: 'tree-too-deep',
    find: lint => {
      const deepest = deepestBelow(lint);
      const node = deepest && lint.node(deepest.id);
      if (!node || deepest.depth <= LIMITS.depth) return [];
      return [problem('tree-too-deep', { node: node.id, depth: deepest.depth, limit: LIMITS.depth }, lint.place(node))];
    },
  },
  {
    id: 'mostly-undecided',
    find: ({ kpis }) => {
      const open = kpis.filter(({ undecided }) => undecided).length;
      const set = kpis.filter(({ target, months }) => target !== undefined || months.size > 0).length;
      return open >= 3 && open > set ? [problem('mostly-undecided', { count: open, of: kpis.length })] : [];
    },
  },
];

/** The node farthest below a goal, by the shortest way of formulas; one of the deepest. */
function deepestBelow({ goals, partsOf }: Lint): { readonly id: NodeId; readonly depth: number } | undefined {
  const seen = new Set<NodeId>(goals.map(({ id }) => id));
  let level = goals.map(({ id }) => id);
  let deepest: { readonly id: NodeId; readonly depth: number } | undefined;
  for (let depth = 1; level.length > 0; depth++) {
    const next: NodeId[] = [];
    for (const part of level.flatMap(partsOf)) {
      if (seen.has(part)) continue;
      seen.add(part);
      next.push(part);
    }
    const [first] = next;
    if (first !== undefined) deepest = { id: first, depth };
    level = next;
  }
  return deepest;
}
