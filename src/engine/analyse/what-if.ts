import type { Problem } from '#core/problem/problem.ts';
import { type TreeModel, treeModel } from '#core/scenario/tree-model.ts';
import type { App } from '../app/app.ts';
import { checkedPlan } from '../app/checked-plan.ts';
import type { PlanTexts } from '../ledger/plan-version-store.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { presentLevels } from './present-levels.ts';

export type ModelRead =
  | { readonly kind: 'read'; readonly model: TreeModel; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * The tree of a plan ready for changes, from its targets or from the present. [SCN-02]
 * `texts`: of a draft, in place of the stored version. Models are kept until something changes, so that a slider is answered at once.
 */
export async function readModel(app: App, stage: PlanStage, base: 'plan' | 'actual', texts?: PlanTexts): Promise<ModelRead> {
  const check = texts ? checkedPlan(app, texts, stage.known.metrics.catalogue, stage.known.key) : undefined;
  const arithmetic = texts ? check?.arithmetic : stage.arithmetic;
  if (!arithmetic) return { kind: 'refused', problems: check?.problems ?? [] };
  const key = texts ? undefined : `model ${stage.key} ${base}`;
  if (base === 'plan') {
    const make = () => treeModel(arithmetic);
    return { kind: 'read', model: key === undefined ? make() : app.cache.value(key, make), problems: [] };
  }
  const problems: Problem[] = [];
  const { current } = await presentLevels(app, stage, problems);
  const make = () => treeModel(arithmetic, { levels: current });
  return { kind: 'read', model: key === undefined ? make() : app.cache.value(key, make), problems };
}
