import type { Algebra } from '../formula/algebra.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { type CountedMonth, countedMonths } from '../plan/counted-months.ts';
import type { Evaluation } from '../plan/evaluate.ts';
import { periodValue } from '../plan/period-value.ts';
import type { NodeId } from '../plan/plan.ts';

/**
 * A node's value over the plan, in any algebra: of a goal over the months that count for it, else over all. [VER-03]
 * Levels without a formula count as in the last month. Undefined for a node that is not in the plan.
 */
export function wholeValue<T>(
  node: NodeId,
  arithmetic: Arithmetic,
  evaluation: Evaluation<T>,
  algebra: Algebra<T>,
): T | undefined {
  const planned = arithmetic.plan.nodes.get(node);
  if (!planned) return undefined;
  const counted = planned.role === 'goal' ? countedOnce(node, arithmetic) : [];
  const months = counted.length > 0 ? counted : allMonths(arithmetic);
  const isWhole = months.every(({ share }) => share.numerator === share.denominator);
  const last = months.at(-1)?.month ?? 0;
  // The common cases need no other node's value.
  if (planned.time === 'flow' && isWhole) {
    return months.reduce((sum, { month }) => algebra.add(sum, evaluation.value(node, month)), algebra.constant('0'));
  }
  if (!planned.equals && planned.time === 'level') return evaluation.value(node, last);
  return periodValue(node, arithmetic, evaluation, algebra, months, (_, values) => values.at(-1) ?? evaluation.value(node, last));
}

const ONE = { numerator: 1n, denominator: 1n } as const;
const ALL = new WeakMap<Arithmetic, readonly CountedMonth[]>();
const COUNTED = new WeakMap<Arithmetic, Map<NodeId, readonly CountedMonth[]>>();

function allMonths(arithmetic: Arithmetic): readonly CountedMonth[] {
  const known = ALL.get(arithmetic) ?? arithmetic.months.map((_, month) => ({ month, share: ONE }));
  ALL.set(arithmetic, known);
  return known;
}

function countedOnce(node: NodeId, arithmetic: Arithmetic): readonly CountedMonth[] {
  const known = COUNTED.get(arithmetic) ?? new Map<NodeId, readonly CountedMonth[]>();
  COUNTED.set(arithmetic, known);
  const goal = arithmetic.plan.nodes.get(node);
  const found = known.get(node) ?? (goal ? countedMonths(goal, arithmetic) : []);
  known.set(node, found);
  return found;
}
