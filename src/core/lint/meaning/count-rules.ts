import type { Formula } from '../../formula/ast.ts';
import { removeKey, setValue } from '../../plan/edit.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import { problemsOf } from '../../problem/problem.ts';
import { isKindOf } from '../../unit/thing.ts';
import type { Lint } from '../lint.ts';
import type { Rule } from '../rule.ts';
import { meaningMessages } from './meaning-messages.ts';
import { averagedSums, plainSummands, summandsOf } from './sums.ts';

const problem = problemsOf(meaningMessages);

/** Sums that count twice, and rates that are added or averaged. [CNV-07] */
export const countRules: readonly Rule[] = [
  {
    id: 'double-counting',
    find: lint => {
      const shared = sharedSummands(lint);
      if (shared.size === 0) return [];
      return formulas(lint).flatMap(({ node, equals }) => {
        const twice = firstTwice(summandsOf(equals), lint);
        return twice === undefined ? [] : [problem('double-counting', { node: node.id, twice }, lint.place(node, 'equals'))];
      });
    },
  },
  {
    id: 'part-and-whole-added',
    find: lint =>
      pairsAdded(lint, (first, second) => {
        const [of, wider] = [thingOf(first), thingOf(second)];
        return of !== undefined && wider !== undefined && of !== wider && isKindOf(of, wider, lint.things);
      }).map(({ node, first, second }) =>
        problem('part-and-whole-added', { node: node.id, first: first.id, second: second.id }, lint.place(node, 'equals')),
      ),
  },
  {
    id: 'distinct-added',
    find: lint =>
      pairsAdded(
        lint,
        (first, second) =>
          first.aggregation === 'distinct' &&
          second.aggregation === 'distinct' &&
          thingOf(first) !== undefined &&
          thingOf(first) === thingOf(second) &&
          first.id < second.id,
      ).map(({ node, first, second }) =>
        problem('distinct-added', { node: node.id, first: first.id, second: second.id }, lint.place(node, 'equals')),
      ),
  },
  {
    id: 'rates-averaged',
    find: lint =>
      formulas(lint).flatMap(({ node, equals }) => {
        const [first, second] =
          averagedSums(equals)
            .map(ids => ids.flatMap(id => lint.node(id) ?? []).filter(({ unit }) => unit.kind === 'ratio'))
            .find(rates => rates.length > 1) ?? [];
        if (!first || !second) return [];
        return [problem('rates-averaged', { node: node.id, first: first.id, second: second.id }, lint.place(node, 'equals'))];
      }),
  },
  {
    id: 'rates-added',
    find: lint =>
      pairsAdded(lint, ({ unit: a, id: one }, { unit: b, id: other }) => {
        if (a.kind !== 'ratio' || b.kind !== 'ratio' || one >= other) return false;
        return a.over !== undefined && b.over !== undefined && a.over !== b.over;
      }).map(({ node, first, second }) =>
        problem('rates-added', { node: node.id, first: first.id, second: second.id }, lint.place(node, 'equals')),
      ),
  },
  {
    id: 'ratio-averaged',
    find: ({ kpis, goals, place }) =>
      [...goals, ...kpis]
        .filter(({ unit, aggregation }) => unit.kind === 'ratio' && aggregation === 'mean')
        .map(node => problem('ratio-averaged', { node: node.id }, place(node, 'aggregation'))),
    fix: ({ at, params }, { source, node }) =>
      node(String(params.node))?.metric?.aggregation === 'ratio' ? removeKey(source, at) : setValue(source, at, 'ratio'),
  },
];

interface WithFormula {
  readonly node: PlanNode;
  readonly equals: Formula;
}

function formulas({ plan }: Lint): readonly WithFormula[] {
  return [...plan.nodes.values()].flatMap(node => (node.equals ? [{ node, equals: node.equals }] : []));
}

interface PairAdded {
  readonly node: PlanNode;
  readonly first: PlanNode;
  readonly second: PlanNode;
}

/** The first pair of nodes of each sum that a rule is about, in either order. */
function pairsAdded(lint: Lint, isMeant: (first: PlanNode, second: PlanNode) => boolean): readonly PairAdded[] {
  return formulas(lint).flatMap(({ node, equals }): PairAdded[] => {
    const added = plainSummands(equals)
      .slice(0, MOST)
      .flatMap(id => lint.node(id) ?? []);
    for (const first of added) {
      const second = added.find(other => other !== first && isMeant(first, other));
      if (second) return [{ node, first, second }];
    }
    return [];
  });
}

/** Summands that are looked at in pairs; a longer sum is a list, not a thought. */
const MOST = 40;

/** Nodes that more than one sum adds up, or one sum twice: without any of them nothing is counted twice. */
function sharedSummands(lint: Lint): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>();
  const shared = new Set<NodeId>();
  for (const { equals } of formulas(lint)) {
    if (equals.kind !== 'operation' || equals.operator !== '+') continue;
    for (const id of plainSummands(equals)) (seen.has(id) ? shared : seen).add(id);
  }
  return shared;
}

/** A node that comes into a sum by two of its summands, through sums below them. */
function firstTwice(summands: readonly Formula[], lint: Lint): NodeId | undefined {
  if (summands.length < 2) return undefined;
  const seen = new Set<NodeId>();
  for (const summand of summands) {
    if (summand.kind !== 'reference') continue;
    const own = within(summand.id, lint);
    for (const id of own) if (seen.has(id)) return id;
    for (const id of own) seen.add(id);
  }
  return undefined;
}

/** A node with everything it is the plain sum of. */
function within(start: NodeId, lint: Lint): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const equals = lint.node(id)?.equals;
    if (equals && summandsOf(equals).length > 1) open.push(...plainSummands(equals));
  }
  return found;
}

function thingOf({ unit }: PlanNode): string | undefined {
  return unit.kind === 'count' && !unit.per ? unit.of : undefined;
}
