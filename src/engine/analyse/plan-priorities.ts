import { toNumber } from '#core/number/rational.ts';
import type { NodeId, PlanNode } from '#core/plan/plan.ts';
import { checkShares, type FactorPriority, prioritiseFactors } from '#core/prioritise/factor-priority.ts';
import { type KpiPriority, prioritiseKpis, type Weights } from '#core/prioritise/kpi-priority.ts';
import type { KpiFacts } from '#core/prioritise/room.ts';
import type { Override } from '#core/prioritise/score.ts';
import type { Problem } from '#core/problem/problem.ts';
import { plannedValues } from '#core/progress/planned.ts';
import { naturalRange, treeModel } from '#core/scenario/tree-model.ts';
import type { App } from '../app/app.ts';
import { priorityMarks } from '../ledger/priority-store.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { explainPlan } from './explain-plan.ts';
import { type PresentLevels, presentLevels } from './present-levels.ts';

export interface PlanPriorities {
  readonly goal: PlanNode;
  readonly present: PresentLevels;
  readonly kpis: readonly KpiPriority[];
  readonly factors: readonly FactorPriority[];
  readonly overrides: readonly Override[];
  /** The goal's value with the present going on, over as many months as the plan has, without delays. */
  readonly goalNow: number | undefined;
  readonly problems: readonly Problem[];
}

/** KPIs and success factors of a plan in the order they should be worked on for a goal. [PRI-02, PRI-07] */
export async function planPriorities(app: App, stage: PlanStage, goal: PlanNode, weights?: Weights): Promise<PlanPriorities> {
  const problems: Problem[] = [];
  const present = await presentLevels(app, stage, problems);
  const { arithmetic, plan } = stage;
  const model = treeModel(arithmetic, { levels: present.current });
  const overrides = await priorityMarks(app.workspace.ledger.db, plan.id);
  const shortfall = await shortfallShares(app, stage, goal);
  const planned = plannedValues(arithmetic, () => ({ kind: 'business-days' }));
  const factsOf = (id: NodeId): KpiFacts => {
    const node = plan.nodes.get(id);
    if (!node) return { history: [] };
    const current = present.current.get(id) ?? model.level(id, 0);
    const target = planned.month(id, arithmetic.months.length - 1)?.value;
    const history = present.history.get(id) ?? [];
    const { low, high } = naturalRange(node);
    const limit = node.direction === 'down' ? low : high;
    const band = node.metric?.benchmark;
    const benchmark = node.direction === 'down' ? band?.low : band?.high;
    const best = history.length === 0 ? undefined : node.direction === 'down' ? Math.min(...history) : Math.max(...history);
    const share = shortfall?.get(id);
    return {
      history,
      ...(current === undefined ? {} : { current }),
      ...(target ? { target: toNumber(target) } : {}),
      ...(benchmark === undefined ? {} : { benchmark }),
      ...(best === undefined ? {} : { ownBest: best }),
      ...(Number.isFinite(limit) ? { limit } : {}),
      ...(shortfall ? { shareOfShortfall: share ?? 0 } : {}),
    };
  };
  const kpis = prioritiseKpis(model, goal, factsOf, overrides, weights);
  return {
    goal,
    present,
    kpis,
    factors: prioritiseFactors(plan, kpis, overrides),
    overrides,
    goalNow: model.base.whole(goal.id, 'steady'),
    problems: [...problems, ...checkShares([...plan.factors.values()].map(({ share }) => share))],
  };
}

/** What part of the goal's shortfall to date comes from each driver; empty when it is not behind, undefined when nobody can tell. */
async function shortfallShares(app: App, stage: PlanStage, goal: PlanNode): Promise<ReadonlyMap<NodeId, number> | undefined> {
  const { plan, to } = stage;
  if (to < plan.period.from) return undefined;
  const last = to < plan.period.to ? to : plan.period.to;
  const period = `${plan.period.from}/${last}`;
  const explained = await explainPlan(app, stage, { node: goal.id, period, method: 'shapley', where: [], againstWhere: [] });
  if (!explained.ok) return undefined;
  const { change, factors } = explained.value.explanation;
  const isBehind = goal.direction === 'down' ? change > 0 : change < 0;
  if (!isBehind) return new Map();
  return new Map(factors.filter(({ kind }) => kind === 'driver').map(({ node, share }) => [node, share / change]));
}
