import { type Day, daysBetween, parseDay } from '../calendar/day.ts';
import { csvRows } from '../plan/csv-cells.ts';
import type { Lag } from '../plan/lag.ts';
import { meanDays } from '../plan/lag-spread.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';

/** How long something takes from one stage to the next: shares by whole months (index = months), adding up to 1. */
export type LagDistribution = readonly number[];

/** When somebody entered a stage, and when they reached the next one, if they have. */
export interface StageDates {
  readonly from: Day;
  readonly to?: Day;
}

/**
 * Shares of conversions by months of 30 days between two stages, learned from dates. [PLA-02]
 *
 * What entered recently can have converted quickly only. Each delay is therefore counted among those that have been watched long
 * enough for it (the product-limit estimate in reversed time, as for reporting delays). Undefined when nothing has converted.
 */
export function lagDistribution(stages: readonly StageDates[], asOf: Day): LagDistribution | undefined {
  const seen = stages.flatMap(({ from, to }) => {
    if (to === undefined || to < from || to > asOf) return [];
    return [{ delay: Math.floor(daysBetween(from, to) / MONTH), watched: Math.floor(daysBetween(from, asOf) / MONTH) }];
  });
  if (seen.length === 0) return undefined;
  const longest = Math.max(...seen.map(({ delay }) => delay));
  const shares: number[] = Array.from({ length: longest + 1 }, () => 0);
  let left = 1;
  for (let delay = longest; delay > 0; delay--) {
    const could = seen.filter(one => one.delay <= delay && one.watched >= delay).length;
    const did = seen.filter(one => one.delay === delay).length;
    const share = could > 0 ? did / could : 0;
    shares[delay] = left * share;
    left *= 1 - share;
  }
  shares[0] = left;
  return shares;
}

const MONTH = 30;

/**
 * Stages out of a table of two columns of days, entered and converted (empty: not yet), with the latest day that stands in it.
 * Rows whose first cell is no day, such as a header, are left out. Undefined when there is none.
 */
export function stageDatesIn(csv: string): { readonly stages: readonly StageDates[]; readonly asOf: Day } | undefined {
  const stages = csvRows(csv).flatMap(([first, second]): readonly StageDates[] => {
    const [from, to] = [parseDay(first?.text.trim() ?? ''), parseDay(second?.text.trim() ?? '')];
    return from === undefined ? [] : [{ from, ...(to === undefined ? {} : { to }) }];
  });
  const days = stages.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  const [first, ...rest] = days;
  return first === undefined ? undefined : { stages, asOf: rest.reduce((a, b) => (b > a ? b : a), first) };
}

/** A distribution whose shares add up to 1; undefined when some are negative, none is positive, or it is longer than ten years. */
export function normalised(shares: readonly number[]): LagDistribution | undefined {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const isUsable = shares.length <= 120 && total > 0 && Number.isFinite(total) && shares.every(share => share >= 0);
  return isUsable ? shares.map(share => share / total) : undefined;
}

/** Nodes with distributions in place of their own delays; what a delay is counted from stays. */
export function withDelays(
  nodes: ReadonlyMap<NodeId, PlanNode>,
  lags: ReadonlyMap<NodeId, LagDistribution>,
): ReadonlyMap<NodeId, PlanNode> {
  if (lags.size === 0) return nodes;
  return new Map(
    [...nodes].map(([id, node]) => {
      const shares = lags.get(id);
      return [id, shares && node.equals ? { ...node, lag: lagOf(shares, node.lag) } : node] as const;
    }),
  );
}

function lagOf(shares: LagDistribution, own: Lag | undefined): Lag {
  const spread = (normalised(shares) ?? []).flatMap((share, amount) =>
    share > 0 ? [{ share: share.toFixed(15), takes: { amount, in: 'months' as const } }] : [],
  );
  return { amount: meanDays(spread), in: 'days', spread, ...(own?.after === undefined ? {} : { after: own.after }) };
}
