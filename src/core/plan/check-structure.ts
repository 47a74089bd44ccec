import { referencesOf } from '../formula/ast.ts';
import { sharesTotal } from '../prioritise/shares.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { unitText } from '../unit/unit-text.ts';
import { pathOf } from './check-references.ts';
import { goalsForAim } from './goals-for-aim.ts';
import { planMonths } from './month-bounds.ts';
import type { NodeId, Plan, PlanNode } from './plan.ts';
import { planMessages } from './plan-messages.ts';
import type { Path, Source } from './source.ts';

const problem = problemsOf(planMessages);

/**
 * What a sound plan has beside arithmetic: few ranked goals with number and date, reasons on every link, owners,
 * KPIs that lead to a goal, factors that are measured. [DES-02, DES-03, DES-05 … DES-07, DES-10, DES-11, DES-38]
 */
export function checkStructure(plan: Plan, source: Source): readonly Problem[] {
  const place = (path: Path) => ({ at: path, line: source.lineOf(path) });
  const nodes = [...plan.nodes.values()];
  return [
    ...goals(nodes, plan, source, place),
    ...areas(plan, place),
    ...factors(plan, nodes, place),
    ...paths(plan, nodes, place),
    ...owners(nodes),
    ...undecided(nodes),
    ...totals(plan, nodes, place),
  ];
}

type PlaceOf = (path: Path) => { readonly at: Path; readonly line: number };

function goals(nodes: readonly PlanNode[], plan: Plan, source: Source, place: PlaceOf): Problem[] {
  const all = nodes.filter(node => node.role === 'goal');
  const found: Problem[] = [];
  if (all.length > 3) found.push(problem('goals-too-many', { count: all.length }, place(['goals'])));
  const ranks = all.map(goal => goal.rank);
  const ranked = new Set(ranks).size === all.length && ranks.every(rank => rank !== undefined && rank <= all.length);
  if (all.length > 1 && !ranked) found.push(problem('goal-rank', { goals: all.map(goal => goal.id) }, place(['goals'])));
  for (const goal of all) {
    const path = pathOf(goal);
    // A target that could not be read has been reported as that.
    if (!goal.target && goal.months.size === 0 && !goal.undecided && source.rangeOf([...path, 'target']) === undefined)
      found.push(problem('goal-without-target', { goal: goal.id }, place(path)));
    if (!goal.equals) found.push(problem('goal-without-formula', { goal: goal.id }, place(path)));
    if (goal.target && goal.target.by === undefined) {
      found.push(problem('deadline-missing', { goal: goal.id, end: plan.period.to }, place([...path, 'target'])));
    }
    const by = goal.target?.by;
    if (by !== undefined && (by < plan.period.from || by > plan.period.to))
      found.push(problem('deadline-outside', { goal: goal.id, by, ...plan.period }, place([...path, 'target'])));
    if (goal.unit.kind === 'ratio' && !goal.population && !goal.equals)
      found.push(problem('population-missing', { goal: goal.id }, place(path)));
    const ideas = goal.aim ? goalsForAim(goal.aim) : [];
    if (goal.aim && ideas.length > 0 && !ideas.includes(goal.metric?.id ?? ''))
      found.push(
        problem(
          'goal-for-aim',
          { goal: goal.id, aimJa: goal.aim.ja, aimEn: goal.aim.en, metrics: ideas },
          place([...path, 'aim']),
        ),
      );
    if (plan.areas.size > 0 && goal.areas.length === 0) found.push(problem('goal-without-area', { goal: goal.id }, place(path)));
  }
  return found;
}

function areas(plan: Plan, place: PlaceOf): Problem[] {
  const used = new Set([...plan.nodes.values()].flatMap(node => node.areas));
  return [...plan.areas.keys()]
    .filter(area => !used.has(area))
    .map(area => problem('area-without-goal', { area }, place(['areas', area])));
}

function factors(plan: Plan, nodes: readonly PlanNode[], place: PlaceOf): Problem[] {
  const found: Problem[] = [];
  const shares = sharesTotal([...plan.factors.values()].map(({ share }) => share));
  if (shares?.is === 'wrong') found.push(problem('factor-shares', { total: shares.percent }, place(['factors'])));
  for (const factor of plan.factors.values()) {
    const path: Path = ['factors', factor.id];
    if (!nodes.some(node => node.under === factor.id || node.supports.some(support => support.to === factor.id))) {
      found.push(problem('factor-without-kpi', { factor: factor.id }, place(path)));
    }
    for (const to of factor.supports) {
      if (!factor.because) found.push(problem('without-reason', { id: factor.id, to }, place(path)));
    }
  }
  for (const node of nodes) {
    for (const support of node.supports) {
      if (!support.because)
        found.push(problem('without-reason', { id: node.id, to: support.to }, place([...pathOf(node), 'supports'])));
    }
  }
  return found;
}

/** KPIs that reach a goal neither by formula, nor by a stated influence, nor under a factor that supports one. */
function paths(plan: Plan, nodes: readonly PlanNode[], place: PlaceOf): Problem[] {
  const reaching = nodesReachingGoals(plan);
  return nodes
    .filter(node => node.role === 'kpi' && !node.watch && !reaching.has(node.id))
    .map(node => problem('no-path-to-goal', { node: node.id }, place(pathOf(node))));
}

/** Ids of goals, of everything their formulas build on, and of whatever states that it supports one of those. */
export function nodesReachingGoals(plan: Plan): ReadonlySet<NodeId> {
  return nodesLeadingTo(
    [...plan.nodes.values()].filter(node => node.role === 'goal').map(node => node.id),
    plan,
  );
}

/** Some goals' ids and those of everything that leads to one of them. */
export function nodesLeadingTo(goals: readonly NodeId[], plan: Plan): ReadonlySet<NodeId> {
  const reaching = new Set<string>();
  const leadingTo = new Map<string, string[]>();
  const lead = (from: string, to: string): void => {
    leadingTo.set(to, [...(leadingTo.get(to) ?? []), from]);
  };
  for (const node of plan.nodes.values()) {
    for (const support of node.supports) lead(node.id, support.to);
    if (node.under !== undefined) lead(node.id, node.under);
    for (const formula of [node.equals, ...(node.alternatives ?? []).map(({ equals }) => equals)])
      for (const id of formula ? referencesOf(formula) : []) lead(id, node.id);
  }
  for (const factor of plan.factors.values()) for (const id of factor.supports) lead(factor.id, id);
  const open = [...goals];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reaching.has(id)) continue;
    reaching.add(id);
    open.push(...(leadingTo.get(id) ?? []));
  }
  return reaching;
}

/** Whoever sets a number answers for it; what is only calculated belongs to its drivers' owners, what is undecided to nobody yet. */
function owners(nodes: readonly PlanNode[]): Problem[] {
  const without = nodes.filter(
    node => node.owner === undefined && !node.watch && (node.target !== undefined || node.months.size > 0),
  );
  if (without.length === 0) return [];
  return [
    problem('owners-missing', {
      nodes: without.map(({ id }) => id),
      namesJa: without.map(({ name }) => name.ja),
      namesEn: without.map(({ name }) => name.en),
    }),
  ];
}

function undecided(nodes: readonly PlanNode[]): Problem[] {
  const open = nodes.filter(node => node.undecided);
  return open.length > 0 ? [problem('undecided', { nodes: open.map(node => node.id) })] : [];
}

/** A flow without a period and without a date is a total, which is rarely what was meant in a plan of several months. */
function totals(plan: Plan, nodes: readonly PlanNode[], place: PlaceOf): Problem[] {
  if (planMonths(plan).length < 2) return [];
  return nodes
    .filter(node => node.role === 'kpi' && node.time === 'flow')
    .flatMap(node => {
      const { target, baseline } = node;
      const total = (key: 'target' | 'baseline', value: string) =>
        problem('per-missing', { node: node.id, key, value, unit: unitText(node.unit) }, place([...pathOf(node), key]));
      return [
        ...(target && target.per === undefined && target.by === undefined ? [total('target', target.value)] : []),
        ...(baseline && baseline.per === undefined ? [total('baseline', baseline.value)] : []),
      ];
    });
}
