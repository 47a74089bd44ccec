import { type Day, daysBetween, parseDay } from '../calendar/day.ts';
import { csvRows } from '../plan/csv-cells.ts';
import type { Lag } from '../plan/lag.ts';
import { type LagShare, meanDays } from '../plan/lag-spread.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';

/** How long something takes from one stage to the next: shares by whole months (index = months), adding up to 1. */
export type LagDistribution = readonly number[];

/** When somebody entered a stage, and when they reached the next one, if they have; how many did the same, one unless said. */
export interface StageDates {
  readonly from: Day;
  readonly to?: Day;
  readonly count?: number;
}

/**
 * Shares of conversions by steps of whole days between two stages, learned from dates. [PLA-02]
 *
 * What entered recently can have converted quickly only, so each delay is counted among those that have been watched long enough for
 * it. Where some have not converted, they count as watched until now, neither converted nor gone (product-limit estimate, as a share of
 * all that convert within the longest delay seen); where only conversions are known, the same in reversed time, as for reporting
 * delays. Undefined when nothing has converted.
 */
export function lagDistribution(stages: readonly StageDates[], asOf: Day, days = MONTH): LagDistribution | undefined {
  const known = stages.filter(({ from, to }) => from <= asOf && (to === undefined || (to >= from && to <= asOf)));
  const seen = known.map(({ from, to, count = 1 }) => ({
    delay: to === undefined ? undefined : Math.floor(daysBetween(from, to) / days),
    watched: Math.floor(daysBetween(from, asOf) / days),
    count,
  }));
  const converted = seen.flatMap(({ delay, watched, count }) => (delay === undefined ? [] : [{ delay, watched, count }]));
  if (converted.length === 0) return undefined;
  const longest = converted.reduce((most, { delay }) => Math.max(most, delay), 0);
  return (converted.length < seen.length ? withOpen(seen, longest) : undefined) ?? ofConverted(converted, longest);
}

interface Seen {
  readonly delay: number | undefined;
  /** Whole steps since entering. */
  readonly watched: number;
  readonly count: number;
}

/** A step counts for those who were watched through all of it. */
function withOpen(seen: readonly Seen[], longest: number): LagDistribution | undefined {
  const shares: number[] = [];
  let left = 1;
  for (let step = 0; step <= longest; step++) {
    let [could, did] = [0, 0];
    for (const { delay, watched, count } of seen) {
      if (watched <= step || (delay !== undefined && delay < step)) continue;
      could += count;
      if (delay === step) did += count;
    }
    const share = could > 0 ? did / could : 0;
    shares.push(left * share);
    left *= 1 - share;
  }
  const total = 1 - left;
  return total > 0 ? shares.map(share => share / total) : undefined;
}

function ofConverted(
  seen: readonly { readonly delay: number; readonly watched: number; readonly count: number }[],
  longest: number,
): LagDistribution {
  const shares: number[] = Array.from({ length: longest + 1 }, () => 0);
  let left = 1;
  for (let step = longest; step > 0; step--) {
    let [could, did] = [0, 0];
    for (const { delay, watched, count } of seen) {
      if (delay <= step && watched >= step) could += count;
      if (delay === step) did += count;
    }
    const share = could > 0 ? Math.min(1, did / could) : 0;
    shares[step] = left * share;
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
  const stages = csvRows(asCsv(csv)).flatMap(([first, second]): readonly StageDates[] => {
    const [from, to] = [parseDay(first?.text.trim() ?? ''), parseDay(second?.text.trim() ?? '')];
    return from === undefined ? [] : [{ from, ...(to === undefined ? {} : { to }) }];
  });
  const days = stages.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  const [first, ...rest] = days;
  return first === undefined ? undefined : { stages, asOf: rest.reduce((a, b) => (b > a ? b : a), first) };
}

/** Columns apart by tabs, as a spreadsheet copies them, and days as it writes them (2026/4/1). */
function asCsv(text: string): string {
  return text
    .replaceAll('\t', ',')
    .replace(/\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/g, (_, year: string, month: string, day: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    );
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
  learned: ReadonlyMap<NodeId, readonly LagShare[]> = new Map(),
): ReadonlyMap<NodeId, PlanNode> {
  if (lags.size + learned.size === 0) return nodes;
  return new Map(
    [...nodes].map(([id, node]) => {
      const shares = lags.get(id);
      const spread = learned.get(id) ?? (shares && sharesOf(shares));
      return [id, spread && node.equals ? { ...node, lag: lagOf(spread, node.lag) } : node] as const;
    }),
  );
}

function sharesOf(shares: LagDistribution): readonly LagShare[] {
  return (normalised(shares) ?? []).flatMap((share, amount) =>
    share > 0 ? [{ share: share.toFixed(15), takes: { amount, in: 'months' as const } }] : [],
  );
}

function lagOf(spread: readonly LagShare[], own: Lag | undefined): Lag {
  return { amount: meanDays(spread), in: 'days', spread, ...(own?.after === undefined ? {} : { after: own.after }) };
}
