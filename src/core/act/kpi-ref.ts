import type { NodeId } from '../plan/plan.ts';

/** A goal or KPI of a plan, whichever version is in force. */
export interface KpiRef {
  readonly plan: string;
  readonly node: NodeId;
}

export function sameKpi(a: KpiRef, b: KpiRef): boolean {
  return a.plan === b.plan && a.node === b.node;
}

/** A key for maps and sets; node ids and plan ids contain no space. */
export function kpiKey({ plan, node }: KpiRef): string {
  return `${plan} ${node}`;
}
