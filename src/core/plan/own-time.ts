import { unreachable } from '../problem/unreachable.ts';
import type { Aggregation, Unit } from '../unit/unit.ts';
import type { TimeBehaviour } from './plan.ts';
import type { TargetReading } from './target.ts';

/** How a node behaves over time, where that can be told from itself alone; its formula and its place in others decide later. */
export function timeOf(
  aggregation: Aggregation | undefined,
  unit: Unit,
  target: TargetReading | undefined,
  baseline: TargetReading | undefined,
  role: 'goal' | 'kpi',
): TimeBehaviour | undefined {
  if (aggregation !== undefined)
    return aggregation === 'last' ? 'stock' : aggregation === 'sum' || aggregation === 'distinct' ? 'flow' : 'level';
  if (unit.kind !== 'count' && unit.kind !== 'money') return 'level';
  if (unit.per !== undefined) return 'level';
  const perPeriod = [target, baseline].some(reading => reading?.kind === 'amount' && reading.per !== undefined);
  return perPeriod || role === 'goal' ? 'flow' : undefined;
}

/** How values add up that neither plan nor catalogue says it of. */
export function aggregationOf(unit: Unit): Aggregation {
  switch (unit.kind) {
    case 'count':
    case 'money':
      return unit.per === undefined ? 'sum' : 'ratio';
    case 'ratio':
    case 'multiple':
      return 'ratio';
    case 'duration':
    case 'score':
    case 'rank':
      return 'mean';
    default:
      return unreachable(unit);
  }
}
