import { add, multiply, type Rational } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type Bound, monthKey, shareBy } from './month-bounds.ts';
import type { PlanNode } from './plan.ts';

/** A plan month that counts for a goal, with the share of its days up to the deadline. */
export interface CountedMonth {
  readonly month: number;
  readonly share: Rational;
}

/** The plan months that count for a goal: those with a target that begin by its deadline. */
export function countedMonths(goal: PlanNode, arithmetic: Arithmetic): readonly CountedMonth[] {
  const by = goal.target?.by;
  const bounds = arithmetic.bounds.get(goal.id);
  return arithmetic.months.flatMap((part, month) => {
    const bound = bounds?.[month];
    const counts = (by === undefined || part.from <= by) && (bound?.low !== undefined || bound?.high !== undefined);
    return counts ? [{ month, share: shareBy(part, by) }] : [];
  });
}

/** What a goal's target asks for over the plan period: flows are added up, stocks and levels hold at the end. */
export function wantedOf(goal: PlanNode, arithmetic: Arithmetic): Bound {
  const bounds = arithmetic.bounds.get(goal.id) ?? [];
  const counted = countedMonths(goal, arithmetic);
  const whole = (end: 'low' | 'high'): Rational | undefined => {
    if (goal.time !== 'flow') return bounds[counted.at(-1)?.month ?? -1]?.[end];
    const ends = counted.flatMap(({ month, share }) => {
      const value = bounds[month]?.[end];
      // A total was spread over the days up to its deadline already; an amount per period is cut there.
      return value ? [isSpread(goal, month, arithmetic) ? value : multiply(value, share)] : [];
    });
    return ends.length > 0 ? ends.reduce(add) : undefined;
  };
  const [low, high] = [whole('low'), whole('high')];
  return { ...(low ? { low } : {}), ...(high ? { high } : {}) };
}

function isSpread(goal: PlanNode, month: number, arithmetic: Arithmetic): boolean {
  const part = arithmetic.months[month];
  return goal.target?.per === undefined && !(part && goal.months.has(monthKey(part)));
}
