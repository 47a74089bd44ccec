import { rationalOf } from '../number/rational.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { RepairLimit } from './repair.ts';

/** What is known of how far a driver has come, here or elsewhere; per month for amounts that add up. */
export interface BestKnown {
  readonly ownBest?: number;
  readonly benchmark?: number;
}

/**
 * How far drivers may reasonably go: to the better of their own best month and the benchmark, of what the plan wants more or less
 * of. [REP-08]
 * Benchmarks are of rates and levels, not of totals. Nothing for a driver of which neither is known, or that was never above zero.
 */
export function bestLimits(
  nodes: ReadonlyMap<NodeId, PlanNode>,
  known: (id: NodeId) => BestKnown,
): ReadonlyMap<NodeId, RepairLimit> {
  const limits = new Map<NodeId, RepairLimit>();
  for (const node of nodes.values()) {
    if (node.equals) continue;
    const { ownBest, benchmark } = known(node.id);
    const found = [
      ...(ownBest === undefined ? [] : [{ value: ownBest, why: 'own-best' as const }]),
      ...(benchmark === undefined || node.time !== 'level' ? [] : [{ value: benchmark, why: 'benchmark' as const }]),
    ].filter(({ value }) => value > 0 && Number.isFinite(value));
    found.sort((a, b) => (node.direction === 'down' ? a.value - b.value : b.value - a.value));
    const [best] = found;
    if (best) limits.set(node.id, { value: rationalOf(Number(best.value.toPrecision(15))), why: best.why });
  }
  return limits;
}
