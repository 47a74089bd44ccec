import type { Decimal } from '../measure/observation.ts';
import { add, divide, multiply, type Rational, rational, rationalOf } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import { businessDaysIn, isBusinessDay } from './business-day.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { type Day, dayOfWeek, partsOf } from './day.ts';
import { type DayRange, daysIn, lengthOf } from './day-range.ts';
import type { Grain } from './period.ts';

/** How the target of a period is thought to come in over its days. */
export type PaceProfile =
  | { readonly kind: 'calendar-days' }
  | { readonly kind: 'business-days' }
  /** A day's weight is the product of those given for its weekday (from Monday), its month (from January) and for a day off. */
  | {
      readonly kind: 'weights';
      readonly weekday?: readonly [Weight, Weight, Weight, Weight, Weight, Weight, Weight];
      readonly month?: readonly Weight[];
      readonly dayOff?: Weight;
    };

/** How much comes in on such a day, relative to others; not negative. */
export type Weight = Decimal | number;

/**
 * The share of a period's target that is due by the end of a day. [CNV-04]
 *
 * In    the period, the day, how the target comes in; for flows only: a ratio, a stock or an average is not pro-rated, its
 *       target stands on every day
 * Out   an exact fraction: 0 before the period, 1 from its last day on; day 12 of 30 by calendar days is 12/30
 * Empty a period without any weight (no business day in it) has no pace: undefined, never 0 or a division by zero
 */
export function shareDue(period: DayRange, day: Day, profile: PaceProfile, settings: CalendarSettings): Rational | undefined {
  const whole = weightOf(period, profile, settings);
  if (whole.numerator === 0n) return undefined;
  if (day < period.from) return rational(0);
  if (day >= period.to) return rational(1);
  return divide(weightOf({ from: period.from, to: day }, profile, settings), whole);
}

/** The part of a flow's target that is due: target × share, exactly. */
export function targetDue(target: Decimal, share: Rational): Rational {
  return multiply(rationalOf(target), share);
}

/** How many periods of a grain make a year when targets are restated from one to another. [CNV-04] */
const PERIODS_PER_YEAR: Readonly<Record<Grain, number>> = { day: 365, week: 52, month: 12, quarter: 4, half: 2, year: 1 };

/**
 * A flow's target per period of one grain, restated per period of another: 200 a month are 200 × 12 ÷ 52 a week. [CNV-04]
 * By the 52-week, 365-day year; for flows only.
 */
export function targetPer(target: Decimal, from: Grain, to: Grain): Rational {
  return multiply(rationalOf(target), rational(PERIODS_PER_YEAR[from], PERIODS_PER_YEAR[to]));
}

function weightOf(range: DayRange, profile: PaceProfile, settings: CalendarSettings): Rational {
  switch (profile.kind) {
    case 'calendar-days':
      return rational(lengthOf(range));
    case 'business-days':
      return rational(businessDaysIn(range, settings));
    case 'weights':
      return daysIn(range).reduce((sum, day) => add(sum, weightOfDay(day, profile, settings)), rational(0));
    default:
      return unreachable(profile);
  }
}

function weightOfDay(day: Day, profile: Extract<PaceProfile, { kind: 'weights' }>, settings: CalendarSettings): Rational {
  const weekday = profile.weekday?.[dayOfWeek(day) - 1] ?? 1;
  const month = profile.month?.[partsOf(day).month - 1] ?? 1;
  const dayOff = profile.dayOff !== undefined && !isBusinessDay(day, settings) ? profile.dayOff : 1;
  return multiply(multiply(rationalOf(weekday), rationalOf(month)), rationalOf(dayOff));
}
