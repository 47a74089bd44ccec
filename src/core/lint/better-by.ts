import { compareDecimals } from '../number/decimal.ts';
import type { PlanNode } from '../plan/plan.ts';

/**
 * Whether a node's target is better than its baseline (1), worse (−1) or the same (0). Undefined where the two are not over the same
 * length of time, or better has no direction.
 */
export function betterBy({ target, baseline, direction }: PlanNode): -1 | 0 | 1 | undefined {
  if (!target || !baseline || target.sign === 'between' || direction === 'range') return undefined;
  if (target.per !== baseline.per) return undefined;
  const by = compareDecimals(target.value, baseline.value);
  return by === 0 || direction === 'up' ? by : by === 1 ? -1 : 1;
}
