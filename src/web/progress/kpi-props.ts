import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { NodeView, PlanView } from '#contract/plan-view.ts';

export type KpiAnswer = ResponseOf<Api['kpiPage']>;

/** What the parts of the page need: the KPI's answer, and the plan around it for names. */
export interface KpiProps {
  readonly kpi: KpiAnswer;
  readonly view: PlanView;
}

export function nodeIn(view: PlanView, id: string): NodeView | undefined {
  return view.nodes.find(node => node.id === id);
}
