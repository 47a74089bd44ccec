import type { Day } from '../calendar/day.ts';
import { daysBetween } from '../calendar/day.ts';
import { shiftPoint, trimmed } from '../number/decimal.ts';
import type { LagShare } from '../plan/lag-spread.ts';
import { lagDistribution, type StageDates } from './lag-distribution.ts';

/** A delay as it was in the past, with how much was seen of it. */
export interface LearnedLag {
  /** At most eight shares, each with the mean time it took, in whole days. */
  readonly shares: readonly LagShare[];
  readonly converted: number;
  /** Not converted until the last day; they count as still under way. */
  readonly open: number;
  readonly asOf: Day;
  /** Days within which half, and nine of ten, convert, of those that do. */
  readonly half: number;
  readonly most: number;
}

const STEP = 7;
const SHARES = 8;
const CUT = 0.995;

/**
 * The delay between two stages from the days on which they were reached. [PLA-13]
 *
 * Counted in weeks, then told in at most eight steps of whole weeks that cover all but the last half percent. Shares are whole tenths of
 * a percent and add up to 100 %. Undefined when nothing has converted.
 */
export function learnedLag(stages: readonly StageDates[], asOf: Day): LearnedLag | undefined {
  const weeks = lagDistribution(stages, asOf, STEP);
  if (!weeks) return undefined;
  const passed = (share: number): number => {
    let sum = 0;
    for (const [week, own] of weeks.entries()) {
      if (sum + own >= share - 1e-12) return Math.round(STEP * (week + (own > 0 ? (share - sum) / own : 0)));
      sum += own;
    }
    return STEP * weeks.length;
  };
  const width = Math.max(1, Math.ceil(passed(CUT) / STEP / SHARES));
  const means = meanDelays(stages, asOf, width * STEP);
  const sums: number[] = [];
  for (const [week, share] of weeks.entries()) {
    const step = Math.min(SHARES - 1, Math.floor(week / width));
    sums[step] = (sums[step] ?? 0) + share;
  }
  const counts = sums.map(share => Math.round(share * 1000));
  const largest = counts.indexOf(Math.max(...counts));
  counts[largest] = (counts[largest] ?? 0) + 1000 - counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.flatMap((count, step): readonly LagShare[] => {
    if (count <= 0) return [];
    const days = means[step] ?? Math.round((step + 0.5) * width * STEP);
    return [{ share: trimmed(shiftPoint(String(count), -3)), takes: { amount: days, in: 'days' } }];
  });
  const count = (isOpen: boolean) =>
    stages.reduce((sum, { from, to, count: own = 1 }) => (from <= asOf && (to === undefined) === isOpen ? sum + own : sum), 0);
  return { shares, converted: count(false), open: count(true), asOf, half: passed(0.5), most: passed(0.9) };
}

/** The mean delay of those that fall into each step, the last of which is open. */
function meanDelays(stages: readonly StageDates[], asOf: Day, width: number): readonly (number | undefined)[] {
  const sums: { days: number; count: number }[] = [];
  for (const { from, to, count = 1 } of stages) {
    if (to === undefined || to < from || to > asOf) continue;
    const days = daysBetween(from, to);
    const step = Math.min(SHARES - 1, Math.floor(days / width));
    const own = sums[step] ?? { days: 0, count: 0 };
    sums[step] = { days: own.days + days * count, count: own.count + count };
  }
  return Array.from({ length: SHARES }, (_, step) => {
    const own = sums[step];
    return own && Math.round(own.days / own.count);
  });
}
