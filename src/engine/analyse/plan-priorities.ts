import type { NodeId, PlanNode } from '#core/plan/plan.ts';
import { checkShares, type FactorPriority, prioritiseFactors } from '#core/prioritise/factor-priority.ts';
import { type KpiPriority, prioritiseKpis, type Weights } from '#core/prioritise/kpi-priority.ts';
import type { KpiFacts } from '#core/prioritise/room.ts';
import type { Override } from '#core/prioritise/score.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { priorityMarks } from '../ledger/priority-store.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { explainPlan } from './explain-plan.ts';
import { readKpiFacts } from './kpi-facts.ts';
import type { PresentLevels } from './present-levels.ts';
import { readDrivers } from './read-drivers.ts';

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
  const { present, model, factsOf } = await readKpiFacts(app, stage, problems);
  const { plan } = stage;
  const overrides = await priorityMarks(app.workspace.ledger.db, plan.id);
  const shortfall = await shortfallShares(app, stage, goal);
  const { scan, grain } = await readDrivers(app, stage, goal, {});
  const drivers = new Map(
    scan.rows.flatMap(({ node, verdict, strongest }) =>
      verdict === 'driver' && strongest
        ? [[node, { association: strongest.association, lag: strongest.lag, grain }] as const]
        : [],
    ),
  );
  const known = (id: NodeId): KpiFacts => {
    const driver = drivers.get(id);
    return {
      ...factsOf(id),
      ...(shortfall ? { shareOfShortfall: shortfall.get(id) ?? 0 } : {}),
      ...(driver ? { driver } : {}),
    };
  };
  const kpis = prioritiseKpis(model, goal, known, overrides, weights);
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
