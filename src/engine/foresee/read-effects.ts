import type { RegisteredEffect } from '#core/foresee/foresight.ts';
import type { App } from '../app/app.ts';
import { listInitiatives } from '../ledger/initiative-store.ts';
import type { PlanStage } from '../progress/plan-stage.ts';

/** What initiatives that are not over are registered to do to the plan's nodes. [LND-30] */
export async function readEffects(app: App, { plan, to, known }: PlanStage): Promise<readonly RegisteredEffect[]> {
  const initiatives = await listInitiatives(app.workspace.ledger.db, {});
  return initiatives.flatMap(({ id, stage, expected, startedOn, start }): RegisteredEffect[] => {
    if (!expected || stage === 'done' || expected.kpi.plan !== plan.id || !plan.nodes.has(expected.kpi.node)) return [];
    const from = startedOn ?? start ?? (known.today < to ? known.today : to);
    const value = Number(expected.value);
    if (!Number.isFinite(value) || expected.by <= from) return [];
    return [{ node: expected.kpi.node, initiative: id, mode: expected.mode, value, from, by: expected.by }];
  });
}
