import { removeKey } from '../../plan/edit.ts';
import type { PlanNode } from '../../plan/plan.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { Lint } from '../lint.ts';
import { named } from '../named.ts';
import { removeItem } from '../remove-item.ts';
import type { Rule } from '../rule.ts';
import { peopleMessages } from './people-messages.ts';

const problem = problemsOf(peopleMessages);

/** More than one person can keep in mind at once. */
const PER_OWNER = 7;

/** From how many KPIs on one owner for all of them is worth a word. */
const SHARED_FROM = 6;

/** Who answers for what. [DES-38, DES-43] */
export const peopleRules: readonly Rule[] = [
  {
    id: 'owner-overloaded',
    find: lint =>
      isOneOwner(lint)
        ? []
        : [...byOwner(lint)]
            .filter(([, nodes]) => nodes.length > PER_OWNER)
            .map(([owner, nodes]) =>
              problem('owner-overloaded', { owner, count: nodes.length, limit: PER_OWNER }, { line: nodes[0]?.line }),
            ),
  },
  {
    id: 'one-owner-for-all',
    find: lint => {
      const [only] = byOwner(lint);
      return isOneOwner(lint) && only ? [problem('one-owner-for-all', { owner: only[0], count: only[1].length })] : [];
    },
  },
  {
    id: 'two-owners',
    find: ({ goals, kpis, place }) =>
      [...goals, ...kpis].flatMap(node =>
        node.owner !== undefined && /[、,&＆;；・]|\s(?:and|と)\s/.test(node.owner)
          ? [problem('two-owners', { node: node.id, owner: node.owner }, place(node, 'owner'))]
          : [],
      ),
  },
  {
    id: 'contributor-is-owner',
    find: ({ goals, kpis, placeOf }) =>
      [...goals, ...kpis].flatMap(node => {
        const { owner, contributors, role, id } = node;
        const index = owner === undefined ? -1 : contributors.indexOf(owner);
        if (owner === undefined || index === -1) return [];
        const at = [role === 'goal' ? 'goals' : 'kpis', id, 'contributors', index];
        return [problem('contributor-is-owner', { node: id, owner }, placeOf(at))];
      }),
    fix: ({ at, params }, { source, node }) =>
      node(String(params.node))?.contributors.length === 1 ? removeKey(source, at.slice(0, 3)) : removeItem(source, at),
  },
  {
    id: 'factor-without-owner',
    find: ({ plan, placeOf }) => {
      const all = [...plan.factors.values()];
      const found = all.filter(({ owner }) => owner === undefined);
      const first = found[0];
      return first ? [problem('factor-without-owner', named(found), placeOf(['factors', first.id]))] : [];
    },
  },
  {
    id: 'pair-same-owner',
    find: ({ aimed, partnerOf }) => {
      const found = aimed.filter(node => {
        const partner = node.kind === 'quantity' && node.owner !== undefined ? partnerOf(node.id) : undefined;
        return partner?.kind === 'quality' && partner.owner === node.owner;
      });
      return found.length > 0 ? [problem('pair-same-owner', named(found), { line: found[0]?.line })] : [];
    },
  },
];

function byOwner({ aimed }: Lint): ReadonlyMap<string, readonly PlanNode[]> {
  const owned = new Map<string, PlanNode[]>();
  for (const node of aimed) {
    if (node.owner === undefined) continue;
    const nodes = owned.get(node.owner);
    if (nodes) nodes.push(node);
    else owned.set(node.owner, [node]);
  }
  return owned;
}

function isOneOwner(lint: Lint): boolean {
  return lint.aimed.length >= SHARED_FROM && byOwner(lint).size === 1 && lint.aimed.every(({ owner }) => owner !== undefined);
}
