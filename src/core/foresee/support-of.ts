import type { PlanNode } from '../plan/plan.ts';
import type { Support } from '../stats/working-scale.ts';
import type { NodeHistory } from './foresight.ts';

/** What a node's values can be, as far as its unit and its past tell. [LND-03] */
export function supportOf(
  { unit, limit }: Pick<PlanNode, 'unit' | 'limit'>,
  { closed, running }: Pick<NodeHistory, 'closed' | 'running'>,
): Support {
  const known = [...closed, running].filter(value => value !== null);
  if (known.some(value => value < 0)) return 'any';
  const endsAtOne = unit.kind === 'ratio' && (limit === undefined || Number(limit) <= 1);
  return endsAtOne && known.every(value => value <= 1) ? 'rate' : 'nonnegative';
}
