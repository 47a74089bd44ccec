import { quotient } from './exact.ts';

/** Customers or money of one month. */
export interface ChurnMonth {
  readonly atStart: number;
  readonly lost: number;
  /** Won during the month; needed for churn of the average stock only. */
  readonly won?: number;
}

/** Churn of those there at the start is the usual definition; of the average stock it is lower where many are won. */
export type ChurnBase = 'start' | 'average';

/** Share of customers lost in a month by the named definition; undefined with nobody to lose. Losses of the month's newcomers count in both. [VAL-27] */
export function churnRate({ atStart, lost, won = 0 }: ChurnMonth, base: ChurnBase = 'start'): number | undefined {
  if (base === 'start') return quotient([lost], [atStart]);
  return quotient([2 * lost], [2 * atStart + won - lost]);
}

/** Recurring revenue of the customers of a month's start, and how it moved. All at least 0. */
export interface RevenueMonth {
  readonly atStart: number;
  readonly upgrades: number;
  readonly downgrades: number;
  readonly cancelled: number;
}

/** (Start + upgrades − downgrades − cancelled) ÷ start; new customers do not count. Undefined with no revenue at the start. [VAL-28] */
export function netRetention({ atStart, upgrades, downgrades, cancelled }: RevenueMonth): number | undefined {
  return quotient([atStart + upgrades - downgrades - cancelled], [atStart]);
}

/** As NRR without upgrades: at most 1. [VAL-28] */
export function grossRetention({ atStart, downgrades, cancelled }: RevenueMonth): number | undefined {
  return quotient([atStart - downgrades - cancelled], [atStart]);
}

/** Revenue per customer of a month; undefined without customers. [VAL-28] */
export function revenuePerCustomer(revenue: number, customers: number): number | undefined {
  return quotient([revenue], [customers]);
}

/** Share of customers still there after a year of the same monthly churn. [VAL-29] */
export function yearlyRetention(monthlyChurn: number): number {
  return (1 - monthlyChurn) ** 12;
}

/** Monthly churn and a stated yearly renewal rate: do they tell the same story (within 2 points)? [VAL-29] */
export function checkRenewal(monthlyChurn: number, renewal: number): { readonly follows: number; readonly agrees: boolean } {
  const follows = yearlyRetention(monthlyChurn);
  return { follows, agrees: Math.abs(follows - renewal) <= 0.02 };
}

/** How many times as much a new customer costs as keeping one, and whether that lies within the common 5 to 25; undefined where keeping costs nothing. [VAL-30] */
export function acquisitionMultiple(
  cac: number,
  retentionCost: number,
): { readonly times: number; readonly common: boolean } | undefined {
  const times = quotient([cac], [retentionCost]);
  return times === undefined ? undefined : { times, common: times >= 5 && times <= 25 };
}
