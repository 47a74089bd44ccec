import { naturalGrowth } from '../foresee/trend.ts';
import { CONSPICUOUS, modifiedZ } from '../stats/modified-z.ts';
import { medianOf } from '../stats/quantile.ts';
import type { MonthValue } from './month-value.ts';

/** How a baseline is to be made. */
export interface BaselineAsked {
  /** Months looked back, the newest ones. */
  readonly window: number;
  readonly method: 'mean' | 'median';
  /** What does not count: months in which an initiative was at work, values far off all others, both, nothing. */
  readonly leaveOut: LeaveOut;
  /** Months left out by hand, by their key `2026-10`; none when absent. */
  readonly without?: readonly string[];
}

export type LeaveOut = 'campaigns' | 'outliers' | 'both' | 'none';

/** The usual way: the mean of a year without what was exceptional. */
export const USUAL_BASELINE: BaselineAsked = { window: 12, method: 'mean', leaveOut: 'both' };

/** What a KPI is when nothing special happens, and how far that can be relied on. [DES-55, BAS-01] */
export interface Baseline extends BaselineAsked {
  readonly value: number;
  /** The months of the window, oldest first; `why`: it does not count. */
  readonly months: readonly (MonthValue & { readonly why?: 'campaign' | 'outlier' | 'excluded' | 'hand' | 'no-value' })[];
  /** Months with a value in the window, and those of them that count. */
  readonly known: number;
  readonly used: number;
  readonly confidence: BaselineConfidence;
  /** Growth per month among the months that count; null where it cannot be told. */
  readonly growth: number | null;
}

/** `insufficient`: fewer than 3 months count · `ideal`: a year of values · `minimum`: what lies between. */
export type BaselineConfidence = 'insufficient' | 'minimum' | 'ideal';

const LEAST = 3;
const IDEAL = 12;

/**
 * The baseline of a series of months. [DES-55, BAS-01 … BAS-03]
 *
 * In    months oldest first, with those in which an initiative was at work
 * Out   mean or median of the months of the window that count, in the series' unit; undefined where none does. A month without value
 *       counts neither as value nor as zero
 * How   outliers: modified z above 3.5 among the months that are not left out for an initiative, both directions. A person's word on a
 *       month weighs more than both rules [QUA-12]
 */
export function baselineOf(
  series: readonly (MonthValue & { readonly campaign: boolean; readonly word?: 'excluded' | 'counts' })[],
  asked: BaselineAsked = USUAL_BASELINE,
): Baseline | undefined {
  const { window, method, leaveOut, without = [] } = asked;
  const months = series.slice(-window);
  const isOut = ({ to }: MonthValue) => without.includes(to.slice(0, 7));
  const withoutCampaigns = leaveOut === 'campaigns' || leaveOut === 'both';
  const withoutOutliers = leaveOut === 'outliers' || leaveOut === 'both';
  const ordinary = months.map(month =>
    isOut(month) || month.word === 'excluded' || (withoutCampaigns && month.campaign) ? null : month.value,
  );
  const scores = modifiedZ(ordinary.flatMap(value => value ?? []));
  let place = 0;
  const marked = months.map((month, i): Baseline['months'][number] => {
    const { from, to, value, word } = month;
    if (value === null) return { from, to, value, why: 'no-value' };
    if (isOut(month)) return { from, to, value, why: 'hand' };
    if ((ordinary[i] ?? null) === null) return { from, to, value, why: word === 'excluded' ? 'excluded' : 'campaign' };
    const isFar = Math.abs(scores[place++] ?? 0) > CONSPICUOUS;
    return withoutOutliers && isFar && word !== 'counts' ? { from, to, value, why: 'outlier' } : { from, to, value };
  });
  const used = marked.flatMap(({ value, why }) => (why === undefined && value !== null ? [value] : []));
  const value = method === 'median' ? medianOf(used) : meanOf(used);
  if (value === undefined) return undefined;
  const known = marked.filter(month => month.value !== null).length;
  return {
    window,
    method,
    leaveOut,
    value,
    months: marked,
    known,
    used: used.length,
    confidence: used.length < LEAST ? 'insufficient' : known >= IDEAL ? 'ideal' : 'minimum',
    growth: growthOf(marked),
  };
}

/** Compounding growth over the steps between months that count; a step into or out of what does not count is none. [ANA-05] */
function growthOf(months: Baseline['months']): number | null {
  const known = months.filter(({ value }) => value !== null);
  const counts = known.map(({ why }) => why === undefined);
  const skipped = counts.map((own, i) => !(own && (counts[i - 1] ?? false)));
  const ordinary = known.map(({ value }) => value ?? 0);
  return counts.filter(Boolean).length < LEAST ? null : (naturalGrowth(ordinary, skipped) ?? null);
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
