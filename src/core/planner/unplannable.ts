import type { Arithmetic } from '../plan/arithmetic.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { normalised } from './lag-distribution.ts';
import type { PlannerRequest } from './planner.ts';
import { plannerMessages } from './planner-messages.ts';

const problem = problemsOf(plannerMessages);

/** Why a request cannot be planned at all: what is named is not there, or a limit is none. [PLA-09] */
export function unusable(request: PlannerRequest, nodes: ReadonlyMap<NodeId, PlanNode>): readonly Problem[] {
  const named = [
    ...(request.levers ?? []),
    ...(request.lags?.keys() ?? []),
    ...(request.learned?.keys() ?? []),
    ...(request.capacity?.keys() ?? []),
  ];
  const lags = [...(request.lags ?? [])].filter(([, shares]) => !normalised(shares));
  const capacity = [...(request.capacity ?? [])].filter(([, most]) => !(most >= 0));
  const { ramp, growth, actuals } = request;
  const amounts = [...(actuals?.levers.values() ?? []), actuals?.delivered ?? []].flat();
  return [
    ...[...new Set(named)].filter(id => !nodes.has(id)).map(node => problem('planner-unknown', { node })),
    ...lags.map(([node]) => problem('planner-lag', { node })),
    ...capacity.map(([node]) => problem('planner-capacity', { node })),
    ...(ramp !== undefined && !(ramp > 0 && Number.isFinite(ramp)) ? [problem('planner-ramp', {})] : []),
    ...(growth !== undefined && !(growth > -1 && growth <= 1) ? [problem('planner-growth', {})] : []),
    ...(amounts.some(amount => !(amount >= 0)) ? [problem('planner-negative', {})] : []),
  ];
}

/** Why a goal cannot be planned backwards. [PLA-09] */
export function unplannable(goal: PlanNode, arithmetic: Arithmetic): readonly Problem[] {
  const bounds = arithmetic.bounds.get(goal.id) ?? [];
  if (goal.time !== 'flow') return [problem('planner-not-a-flow', { goal: goal.id })];
  if (!goal.equals) return [problem('planner-no-formula', { goal: goal.id })];
  if (!bounds.some(({ low }) => low && low.numerator > 0n)) return [problem('planner-no-target', { goal: goal.id })];
  return [];
}
