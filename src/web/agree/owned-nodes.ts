import type { PlanView } from '#contract/plan-view.ts';
import type { OwnedNode } from '#core/agree/responsibility.ts';

/** The nodes of a plan as the overview of who answers for what takes them. */
export function ownedNodes(view: PlanView | null): readonly OwnedNode[] {
  return (view?.nodes ?? []).map(({ id, metric, role, owner, contributors, pair, kind, equals }) => ({
    id,
    metric,
    role,
    owner,
    contributors,
    pair,
    kind,
    parts: equals?.parts ?? [],
  }));
}
