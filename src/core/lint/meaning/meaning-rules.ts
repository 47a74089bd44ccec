import { removeKey } from '../../plan/edit.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { Lint } from '../lint.ts';
import { named } from '../named.ts';
import { removeItem } from '../remove-item.ts';
import type { Rule } from '../rule.ts';
import { meaningMessages } from './meaning-messages.ts';

const problem = problemsOf(meaningMessages);

/** Metrics that grow by spending and posting, whatever comes of it. */
const VANITY: ReadonlySet<string> = new Set([
  'page-views',
  'impressions',
  'post-impressions',
  'followers',
  'posts',
  'articles-published',
  'video-views',
  'reach',
  'post-reach',
  'hashtag-reach',
  'registered-users',
  'business-cards',
  'emails-sent',
]);

/** What numbers stand for, what they are said to bring about, and what is said twice or against itself. */
export const meaningRules: readonly Rule[] = [
  {
    id: 'vanity-metric',
    find: ({ aimed, inGoal, place }) =>
      aimed
        .filter(({ id, metric }) => metric !== undefined && VANITY.has(metric.id) && !inGoal.has(id))
        .map(node => problem('vanity-metric', { node: node.id }, place(node))),
  },
  {
    id: 'metric-twice',
    find: ({ plan, place }) => {
      const seen = new Map<string, PlanNode>();
      return [...plan.nodes.values()].flatMap(node => {
        const key = node.metric && `${node.metric.id} ${node.name.ja} ${node.name.en}`;
        if (key === undefined) return [];
        const other = seen.get(key);
        seen.set(key, other ?? node);
        return other ? [problem('metric-twice', { node: node.id, other: other.id }, place(node))] : [];
      });
    },
  },
  {
    id: 'name-missing',
    find: ({ kpis }) => {
      const found = kpis.filter(({ id, name, metric }) => !metric && name.ja === id && name.en === id);
      return found.length > 0 ? [problem('name-missing', named(found), { line: found[0]?.line })] : [];
    },
  },
  {
    id: 'tax-unsaid',
    find: ({ goals, aimed, plan }) => {
      const money = [...goals, ...aimed].filter(({ unit }) => unit.kind === 'money');
      const unsaid = money.filter(({ basis }) => basis.tax === undefined);
      const others = money.length - unsaid.length;
      if (plan.currency !== 'JPY' || others === 0 || unsaid.length === 0) return [];
      return [problem('tax-unsaid', { ...named(unsaid), others }, { line: unsaid[0]?.line })];
    },
  },
  {
    id: 'sign-against-direction',
    find: ({ aimed, place }) =>
      aimed
        .filter(
          ({ direction, target }) =>
            (direction === 'up' && target?.sign === 'at-most') || (direction === 'down' && target?.sign === 'at-least'),
        )
        .map(node => problem('sign-against-direction', { node: node.id, direction: node.direction }, place(node, 'target'))),
  },
  {
    id: 'watched-with-target',
    find: ({ plan, place }) =>
      [...plan.nodes.values()]
        .filter(({ watch, target }) => watch && target)
        .map(node => problem('watched-with-target', { node: node.id }, place(node, 'watch'))),
    fix: ({ at }, { source }) => removeKey(source, at),
  },
  {
    id: 'influence-of-part',
    find: lint =>
      lint.kpis.flatMap(node =>
        node.supports.flatMap(({ to }, index) => {
          if (!lint.partsOf(to).includes(node.id)) return [];
          const written = lint.source.rangeOf(['kpis', node.id, 'supports', index]);
          const path = ['kpis', node.id, 'supports', ...(written ? [index] : [])];
          return [problem('influence-of-part', { node: node.id, to }, lint.placeOf(path))];
        }),
      ),
    fix: ({ at, params }, { source, node }) =>
      node(String(params.node))?.supports.length === 1 ? removeKey(source, at.slice(0, 3)) : removeItem(source, at),
  },
  { id: 'influence-circle', find: circles },
  {
    id: 'placed-without-reason',
    find: ({ kpis, node: nodeOf, partsOf, usersOf }) => {
      const found = kpis.filter(({ id, under, because, supports }) => {
        const isLoose = under !== undefined && nodeOf(under) !== undefined && !because && supports.length === 0;
        return isLoose && !partsOf(under).includes(id) && usersOf(id).length === 0;
      });
      return found.length > 0 ? [problem('placed-without-reason', named(found), { line: found[0]?.line })] : [];
    },
  },
  {
    id: 'hypothesis-untested',
    find: ({ kpis }) => {
      const influences = kpis.flatMap(({ supports }) => supports);
      const isUntested = influences.every(({ evidence }) => evidence === 'none' || evidence === 'opinion');
      return influences.length >= 3 && isUntested ? [problem('hypothesis-untested', { count: influences.length })] : [];
    },
  },
];

/** Influences that lead back to where they start: each circle once, from its first node in the plan's order. */
function circles({ plan, place }: Lint): readonly Problem[] {
  const state = new Map<NodeId, 'open' | 'done'>();
  const found: Problem[] = [];
  for (const start of plan.nodes.keys()) {
    const stack: { readonly id: NodeId; readonly next: NodeId[] }[] = [];
    const enter = (id: NodeId): void => {
      state.set(id, 'open');
      stack.push({ id, next: (plan.nodes.get(id)?.supports ?? []).map(({ to }) => to) });
    };
    if (!state.has(start)) enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = top.next.shift();
      if (to === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(to) === 'open') {
        const nodes = stack.slice(stack.findIndex(({ id }) => id === to)).map(({ id }) => id);
        const first = plan.nodes.get(to);
        if (first && nodes.length > 1) found.push(problem('influence-circle', { nodes }, place(first, 'supports')));
      } else if (plan.nodes.has(to) && !state.has(to)) enter(to);
    }
  }
  return found;
}
