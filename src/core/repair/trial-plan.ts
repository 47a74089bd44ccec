import type { Arithmetic } from '../plan/arithmetic.ts';
import { type Bound, monthBounds } from '../plan/month-bounds.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';

/** A plan's arithmetic with other targets for some of its drivers, without reading any text again. [REP-09] */
export function trialPlan(arithmetic: Arithmetic, changed: readonly PlanNode[]): Arithmetic {
  const nodes = new Map<NodeId, PlanNode>(arithmetic.plan.nodes);
  const bounds = new Map<NodeId, readonly Bound[]>(arithmetic.bounds);
  for (const node of changed) {
    nodes.set(node.id, node);
    const own = monthBounds(node, arithmetic.months);
    if (own) bounds.set(node.id, own);
  }
  return { ...arithmetic, plan: { ...arithmetic.plan, nodes }, bounds };
}

/** Whether two plans say the same, wherever it stands in their texts. */
export function isSamePlan(a: Plan, b: Plan): boolean {
  return isSame(a, b);
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    const others = b.entries();
    for (const [key, value] of a) {
      const [otherKey, other] = others.next().value ?? [];
      if (key !== otherKey || !isSame(value, other)) return false;
    }
    return true;
  }
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  const [own, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  own.delete('line');
  other.delete('line');
  if (own.size !== other.size) return false;
  for (const [key, value] of own) if (!other.has(key) || !isSame(value, other.get(key))) return false;
  return true;
}
