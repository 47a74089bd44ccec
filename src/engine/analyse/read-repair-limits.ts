import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import { bestLimits } from '#core/repair/best-limits.ts';
import type { RepairLimit } from '#core/repair/repair.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { readKpiFacts } from './kpi-facts.ts';

export interface RepairLimitsRead {
  readonly limits: ReadonlyMap<NodeId, RepairLimit>;
  readonly problems: readonly Problem[];
}

/** How far the drivers of a plan have come in any of the last 24 whole months, or others have. [REP-08] */
export async function readRepairLimits(app: App, stage: PlanStage): Promise<RepairLimitsRead> {
  const problems: Problem[] = [];
  const { factsOf } = await readKpiFacts(app, stage, problems);
  return { limits: bestLimits(stage.plan.nodes, factsOf), problems };
}
