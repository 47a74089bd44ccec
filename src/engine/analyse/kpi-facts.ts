import { toNumber } from '#core/number/rational.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { KpiFacts } from '#core/prioritise/room.ts';
import type { Problem } from '#core/problem/problem.ts';
import { plannedValues } from '#core/progress/planned.ts';
import { naturalRange, type TreeModel, treeModel } from '#core/scenario/tree-model.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { type PresentLevels, presentLevels } from './present-levels.ts';

/** What is known of a plan's nodes one by one. */
export interface KpiFactsRead {
  readonly present: PresentLevels;
  /** The tree standing at the present. */
  readonly model: TreeModel;
  readonly factsOf: (id: NodeId) => KpiFacts;
}

/** Present, target, benchmark, own best and limit of every node. [PRI-04] */
export async function readKpiFacts(app: App, stage: PlanStage, problems: Problem[]): Promise<KpiFactsRead> {
  const present = await presentLevels(app, stage, problems);
  const { arithmetic, plan } = stage;
  const model = treeModel(arithmetic, { levels: present.current });
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
    return {
      history,
      ...(current === undefined ? {} : { current }),
      ...(target ? { target: toNumber(target) } : {}),
      ...(benchmark === undefined ? {} : { benchmark }),
      ...(best === undefined ? {} : { ownBest: best }),
      ...(Number.isFinite(limit) ? { limit } : {}),
    };
  };
  return { present, model, factsOf };
}
