import { add, exactDecimal, rational, rationalOf } from '../number/rational.ts';
import type { NodeId } from '../plan/plan.ts';

/** Money or time that goes into something: an initiative, or a line of the budget. [DES-13] */
export interface Effort {
  readonly id: string;
  /** Decimal text in the plan's currency; null where it is not said. */
  readonly cost: string | null;
  /** KPIs it is meant to move. */
  readonly nodes: readonly NodeId[];
}

export interface Efforts<E extends Effort> {
  /** The dearest first; without a cost last, in their order. */
  readonly linked: readonly E[];
  /** What moves no KPI that leads to a goal, the dearest first. */
  readonly unlinked: readonly E[];
  /** Sums of what is said; null where no cost is. Exact. */
  readonly cost: { readonly linked: string | null; readonly unlinked: string | null };
}

/**
 * Tells effort that moves a KPI on the way to a goal from effort that does not. [DES-13]
 *
 * In    efforts with their costs in one currency, and which nodes lead to a goal
 * Out   every effort once; sums of the stated costs, exact, null where none is stated
 * Not   what the effort brings: a KPI on the way to a goal may still not be moved by it
 */
export function linkedEfforts<E extends Effort>(efforts: readonly E[], leads: (node: NodeId) => boolean): Efforts<E> {
  const ordered = efforts.toSorted((a, b) => Number(b.cost ?? -1) - Number(a.cost ?? -1));
  const linked = ordered.filter(({ nodes }) => nodes.some(leads));
  const unlinked = ordered.filter(({ nodes }) => !nodes.some(leads));
  return { linked, unlinked, cost: { linked: sumOf(linked), unlinked: sumOf(unlinked) } };
}

function sumOf(efforts: readonly Effort[]): string | null {
  const costs = efforts.flatMap(({ cost }) => cost ?? []);
  return costs.length === 0 ? null : (exactDecimal(costs.map(rationalOf).reduce(add, rational(0))) ?? null);
}
