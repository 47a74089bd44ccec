import type { Day } from '../calendar/day.ts';
import { type DayRange, lengthOf } from '../calendar/day-range.ts';
import { type PeriodPart, periodsBetween } from '../calendar/periods-between.ts';
import { add, divide, multiply, type Rational, rational, rationalOf } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Plan, PlanNode } from './plan.ts';
import type { Per, Target } from './target.ts';

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
 * What a node's target allows in each month of the plan. [PLN-20 … PLN-25]
 *
 * Flows: an amount per period is turned into months (a week is 12/52 of a month, a clipped month counts by its days); an
 * amount without a period is the total until the deadline, spread evenly. Stocks and levels: the same bound in every month.
 * Months given in the sheet replace the text's. Undefined = the node has no target.
 */
export function monthBounds(
  node: Pick<PlanNode, 'target' | 'months' | 'time' | 'direction'>,
  months: readonly PeriodPart[],
): readonly Bound[] | undefined {
  const { target } = node;
  if (!target && node.months.size === 0) return undefined;
  const sign = target?.sign ?? (node.direction === 'down' ? 'at-most' : 'at-least');
  const texts = target ? boundsOfText(target, node, months) : [];
  return months.map((part, month) => {
    const own = node.months.get(monthKey(part));
    return own === undefined ? (texts[month] ?? {}) : boundOf(sign, rationalOf(own), undefined);
  });
}

function boundsOfText(target: Target, node: Pick<PlanNode, 'time'>, months: readonly PeriodPart[]): readonly Bound[] {
  const [value, upTo] = [rationalOf(target.value), target.upTo === undefined ? undefined : rationalOf(target.upTo)];
  const same = boundOf(target.sign, value, upTo);
  return monthShares(target, node, months).map(share =>
    share === WHOLE ? same : boundOf(target.sign, multiply(value, share), upTo && multiply(upTo, share)),
  );
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

const WHOLE = rational(1);

/** Shares already worked out for a plan's months: thousands of nodes share a handful of rhythms. */
const SHARES = new WeakMap<readonly PeriodPart[], Map<string, readonly Rational[]>>();

/** What a level's value is multiplied by to give the amount of each month; for stocks and levels the level itself. */
export function monthShares(
  level: Pick<Target, 'per' | 'by'>,
  node: Pick<PlanNode, 'time'>,
  months: readonly PeriodPart[],
): readonly Rational[] {
  const known = SHARES.get(months) ?? new Map<string, readonly Rational[]>();
  SHARES.set(months, known);
  const key = node.time === 'flow' ? `${level.per ?? 'total'} ${level.per === undefined ? (level.by ?? '') : ''}` : 'level';
  const found = known.get(key) ?? (node.time === 'flow' ? sharesOfFlow(level, months) : months.map(() => WHOLE));
  known.set(key, found);
  return found;
}

function sharesOfFlow({ per, by }: Pick<Target, 'per' | 'by'>, months: readonly PeriodPart[]): readonly Rational[] {
  if (per === 'day') return months.map(part => rational(lengthOf(part)));
  const weights = months.map(monthWeight);
  if (per !== undefined) return weights.map(weight => (per === 'month' ? weight : multiply(weight, MONTHS_PER[per])));
  const counted = months.map((part, month) => multiply(weights[month] ?? WHOLE, shareBy(part, by)));
  const total = counted.reduce(add, rational(0));
  return counted.map(share => divide(share, total) ?? rational(0));
}

/** How many months' worth one month of each rhythm's amount is: a weekly amount is 52/12 of itself per month. */
const MONTHS_PER: Readonly<Record<Exclude<Per, 'day'>, Rational>> = {
  week: rational(52, 12),
  month: WHOLE,
  quarter: rational(1, 3),
  half: rational(1, 6),
  year: rational(1, 12),
};

/** 1 for a whole month, the share of its days for a clipped one. */
function monthWeight(part: PeriodPart): Rational {
  return part.clipped ? rational(lengthOf(part), lengthOf(part.period)) : WHOLE;
}

/** How much of a part's days a deadline leaves: all of them, none, or the share of days up to it. */
export function shareBy(part: DayRange, by: Day | undefined): Rational {
  if (by === undefined || part.to <= by) return WHOLE;
  return part.from > by ? rational(0) : rational(lengthOf({ from: part.from, to: by }), lengthOf(part));
}
