import { addMonths, type Day } from '../calendar/day.ts';
import { type Duration, daysOf, parseDuration } from '../calendar/duration.ts';
import type { Rhythm } from '../metric/metric.ts';
import type { Horizon, Plan } from './plan.ts';

/** How long customers take from the first contact to buying; one length stands for both ends. [DES-47] */
export interface PurchaseCycle {
  readonly shortest: Duration;
  readonly longest: Duration;
}

const RANGE = /^(\d+(?:\.\d+)?) ?([^\d\s.~〜～–-]*) ?(?:\.\.|~|〜|～|–|-|to|から) ?(\d.*)$/;

/** Reads `6..12 months`, `6〜12ヶ月`, `30 days`, `1 month..6 months`; undefined when it is none, is zero, or ends before it begins. */
export function parsePurchaseCycle(text: string): PurchaseCycle | undefined {
  const folded = text.trim();
  const range = RANGE.exec(folded);
  const longest = parseDuration(range?.[3] ?? folded);
  if (!longest || longest.amount <= 0) return undefined;
  if (!range) return { shortest: longest, longest };
  const shortest = range[2] ? parseDuration(`${range[1]}${range[2]}`) : { ...longest, amount: Number(range[1]) };
  return shortest && daysOf(shortest) <= daysOf(longest) ? { shortest, longest } : undefined;
}

/** What a purchase cycle says about when results can be seen. */
export interface CycleAdvice {
  /** Days an attribution has to look back so that nobody's first contact is left out: a year for twelve months. */
  readonly window: number;
  /** When what the plan's first day sets off has shown: nothing final can be said before. */
  readonly judgedFrom: Day;
  /** How often KPIs of each horizon are worth going through. */
  readonly reviews: Readonly<Record<Horizon, Rhythm>>;
  /** Days of the plan on which its long-term KPIs are gone through, the last on its last day. */
  readonly dates: readonly Day[];
}

/**
 * Windows and dates that go with how long customers take to buy. [DES-47]
 *
 * In    the cycle and the plan's days
 * Out   a window in whole days, rounded up; dates within the plan, ascending
 * Not   a judgement of any KPI: a cycle of twelve months asks for quarterly reviews of what is long-term, not for fewer figures
 */
export function cycleAdvice({ longest }: PurchaseCycle, { period: { from, to } }: Pick<Plan, 'period'>): CycleAdvice {
  const months = daysOf(longest) / 30;
  const far: Rhythm = months >= 24 ? 'yearly' : months >= 3 ? 'quarterly' : 'monthly';
  const reviews = {
    short: months < 1 ? 'daily' : 'weekly',
    mid: 'monthly',
    'mid-long': months >= 6 ? 'quarterly' : 'monthly',
    long: far,
  } as const;
  const step = { monthly: 1, quarterly: 3, yearly: 12 }[far];
  const dates: Day[] = [];
  for (let at = 1; addMonths(from, at * step) < to && at < MOST_DATES; at++) dates.push(addMonths(from, at * step));
  return {
    window: Math.ceil((months * 365) / 12 - 1e-9),
    judgedFrom: addMonths(from, Math.ceil(months - 1e-9)),
    reviews,
    dates: [...dates, to],
  };
}

/** Of a plan of ten years by months. */
const MOST_DATES = 121;
