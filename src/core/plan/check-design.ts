import { referencesOf } from '../formula/ast.ts';
import { trimmed } from '../number/decimal.ts';
import { compareRationals, divide, rational, rationalOf, roundRational } from '../number/rational.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { pathOf } from './check-references.ts';
import { nodesLeadingTo } from './check-structure.ts';
import { designMessages } from './design-messages.ts';
import { factorIdeas } from './factor-ideas.ts';
import { openRoles } from './kpi-roles.ts';
import type { Plan, PlanNode } from './plan.ts';
import { isTooSlow } from './rhythm.ts';
import type { Source } from './source.ts';

const problem = problemsOf(designMessages);

/** What a plan's design leaves open, said once for all KPIs it concerns. [DES-01, DES-02, DES-08, DES-10, DES-17] */
export function checkDesign(plan: Plan, source: Source): readonly Problem[] {
  const nodes = [...plan.nodes.values()];
  return [...roles(nodes), ...areas(plan), ...ratio(nodes, source), ...proposals(plan, source), ...rhythms(plan, nodes)];
}

function roles(nodes: readonly PlanNode[]): readonly Problem[] {
  const open = nodes.map(node => ({ node, roles: openRoles(node) }));
  return ([1, 2, 3] as const).flatMap(role => {
    const without = open.filter(one => one.roles.includes(role)).map(({ node }) => node);
    return without.length === 0 ? [] : [problem('kpi-role-open', { role: `${role}`, ...named(without) })];
  });
}

function areas(plan: Plan): readonly Problem[] {
  if (plan.areas.size === 0) return [problem('areas-none', {})];
  return [...plan.areas.values()].flatMap(({ id, name }) => {
    const goals = [...plan.nodes.values()].filter(node => node.areas.includes(id)).map(node => node.id);
    if (goals.length === 0) return [];
    const leading = nodesLeadingTo(goals, plan);
    const has = [...plan.nodes.values()].some(node => node.role === 'kpi' && leading.has(node.id));
    return has ? [] : [problem('area-without-kpi', { area: id, nameJa: name.ja, nameEn: name.en }, { at: ['areas', id] })];
  });
}

/** Lifetime value over acquisition cost, wherever a plan has a target for both. */
function ratio(nodes: readonly PlanNode[], source: Source): readonly Problem[] {
  const [ltv, cac] = ['ltv', 'cac'].map(metric => nodes.find(node => (node.metric?.id ?? node.id) === metric));
  if (!ltv?.target || !cac?.target || ltv.unit.kind !== 'money' || cac.unit.kind !== 'money') return [];
  if (ltv.unit.currency !== cac.unit.currency) return [];
  const value = divide(rationalOf(ltv.target.value), rationalOf(cac.target.value));
  if (!value || compareRationals(value, rational(0)) <= 0) return [];
  const at = [...pathOf(cac), 'target'];
  return [
    problem('ltv-cac', { ltv: ltv.id, cac: cac.id, ratio: trimmed(roundRational(value, 1)) }, { at, line: source.lineOf(at) }),
  ];
}

function proposals(plan: Plan, source: Source): readonly Problem[] {
  if (plan.factors.size > 0) return [];
  return [...plan.nodes.values()].flatMap(goal => {
    if (goal.role !== 'goal' || !goal.equals) return [];
    const parts = referencesOf(goal.equals, 'same-period').flatMap(id => plan.nodes.get(id) ?? []);
    const ideas = factorIdeas(
      parts.map(({ id, metric, name, direction }) => ({ id, metric: metric?.id ?? id, name, direction })),
    );
    if (ideas.length === 0) return [];
    const params = { goal: goal.id, factorsJa: ideas.map(({ name }) => name.ja), factorsEn: ideas.map(({ name }) => name.en) };
    return [problem('factors-proposed', params, { at: pathOf(goal), line: source.lineOf(pathOf(goal)) })];
  });
}

function rhythms({ review }: Plan, nodes: readonly PlanNode[]): readonly Problem[] {
  if (!review) return [];
  const slow = nodes.filter(({ role, rhythm }) => role === 'kpi' && rhythm !== undefined && isTooSlow(rhythm, review));
  return slow.length === 0 ? [] : [problem('rhythm-slow', { review, ...named(slow) })];
}

function named(nodes: readonly PlanNode[]) {
  return {
    nodes: nodes.map(({ id }) => id),
    namesJa: nodes.map(({ name }) => name.ja),
    namesEn: nodes.map(({ name }) => name.en),
  };
}
