import { lengthOf } from '../calendar/day-range.ts';
import { type PeriodPart, periodsBetween } from '../calendar/periods-between.ts';
import { add, divide, multiply, type Rational, rational, rationalOf } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Plan, PlanNode } from './plan.ts';
import type { Level, Per, Target } from './target.ts';

/** The months of a plan; the first and last may be clipped by its period. */
export function planMonths(plan: Pick<Plan, 'period' | 'calendar'>): readonly PeriodPart[] {
  return periodsBetween(plan.period.from, plan.period.to, 'month', plan.calendar);
}

/** Key of a business month as sheet.csv and results write it: `2026-04`, named by its last day. */
export function monthKey(part: PeriodPart): string {
  return part.period.to.slice(0, 7);
}

/** Allowed values of a node in one month; an absent end is open. */
export interface Bound {
  readonly low?: Rational;
  readonly high?: Rational;
}

/**
 * What a node's target allows in each month of the plan. [PLN-20 … PLN-24]
 *
 * Flows: an amount per period is turned into months (a week is 12/52 of a month, a clipped month counts by its days); an
 * amount without a period is the total until the deadline, spread evenly. Stocks and levels: the same bound in every month.
 * Months given in the sheet replace the text's. Undefined = the node has no target.
 */
export function monthBounds(node: PlanNode, plan: Pick<Plan, 'period' | 'calendar'>): readonly Bound[] | undefined {
  const { target } = node;
  if (!target && node.months.size === 0) return undefined;
  const months = planMonths(plan);
  const sign = target?.sign ?? (node.direction === 'down' ? 'at-most' : 'at-least');
  return months.map((part, month) => {
    const own = node.months.get(monthKey(part));
    if (own !== undefined) return boundOf(sign, rationalOf(own), undefined);
    if (!target) return {};
    const [low, high] = [target.value, target.upTo].map(value =>
      value === undefined
        ? undefined
        : inMonth({ value, ...(target.per ? { per: target.per } : {}) }, node, months, month, target),
    );
    return low ? boundOf(sign, low, high) : {};
  });
}

function boundOf(sign: Target['sign'], value: Rational, upTo: Rational | undefined): Bound {
  switch (sign) {
    case 'at-least':
      return { low: value };
    case 'at-most':
      return { high: value };
    case 'equal':
      return { low: value, high: value };
    case 'between':
      return { low: value, high: upTo ?? value };
    default:
      return unreachable(sign);
  }
}

/** A level as the amount of one month; for stocks and levels the level itself. */
export function inMonth(
  level: Pick<Level, 'value' | 'per'>,
  node: Pick<PlanNode, 'time'>,
  months: readonly PeriodPart[],
  month: number,
  target?: Pick<Target, 'by'>,
): Rational {
  const value = rationalOf(level.value);
  if (node.time !== 'flow') return value;
  const weights = months.map(monthWeight);
  const weight = weights[month] ?? rational(1);
  if (level.per === undefined) {
    const counted = months.map(part => target?.by === undefined || part.from <= target.by);
    const total = weights.reduce((sum, w, i) => (counted[i] ? add(sum, w) : sum), rational(0));
    const share = divide(weight, total);
    return counted[month] && share ? multiply(value, share) : rational(0);
  }
  const part = months[month];
  if (level.per === 'day') return part ? multiply(value, rational(lengthOf(part))) : value;
  return multiply(multiply(value, MONTHS_PER[level.per]), weight);
}

/** How many months' worth one month of each rhythm's amount is: a weekly amount is 52/12 of itself per month. */
const MONTHS_PER: Readonly<Record<Exclude<Per, 'day'>, Rational>> = {
  week: rational(52, 12),
  month: rational(1),
  quarter: rational(1, 3),
  half: rational(1, 6),
  year: rational(1, 12),
};

/** 1 for a whole month, the share of its days for a clipped one. */
function monthWeight(part: PeriodPart): Rational {
  return part.clipped ? rational(lengthOf(part), lengthOf(part.period)) : rational(1);
}
