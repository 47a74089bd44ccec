import type { DriverChange } from '../scenario/driver-change.ts';

/** What an initiative is registered to do to the KPI, as far as it is there in each month. */
export interface BridgeEffect {
  readonly initiative: string;
  readonly mode: 'level' | Exclude<DriverChange['mode'], 'set'>;
  /** Signed; a fraction for `relative` and `points`, in the KPI's unit a month for `level`. */
  readonly value: number;
  /** By month of the facts: the share of the effect that is there, 0 to 1. */
  readonly shares: readonly number[];
}

export interface BridgeFacts {
  /** What a month is when nothing special happens, and by how much that grows a month. */
  readonly baseline: number;
  readonly growth: number;
  /** The months the target counts: how many months they lie after the middle of the baseline's. */
  readonly after: readonly number[];
  readonly effects: readonly BridgeEffect[];
  /** The part of the lesser effects that the largest one has anyway, 0 to 1. */
  readonly overlap: number;
  /** Highest and lowest value a month can have. */
  readonly limit?: { readonly low: number; readonly high: number };
}

/** From the baseline to a target that counts on what is planned. [DES-56, BRI-01] */
export interface TargetBridge {
  readonly baseline: number;
  /** What growth alone adds. */
  readonly growth: number;
  /** What each initiative adds, the largest first, before overlap. */
  readonly effects: readonly { readonly initiative: string; readonly amount: number }[];
  /** What is not counted twice; 0 or of the opposite sign. */
  readonly overlap: number;
  /** What is cut off because no value can be beyond it. */
  readonly capped: number;
  readonly total: number;
}

/**
 * target = baseline × natural growth + Σ expected effects, overlap counted once. [DES-56, BRI-01 … BRI-03]
 *
 * Over the months the target counts, added up; the parts add up to the total exactly as they are told. With no effects the total is what
 * growth makes of the baseline. A limit holds for every month.
 */
export function targetBridge({ baseline, growth, after, effects, overlap, limit }: BridgeFacts): TargetBridge {
  const grown = after.map(months => baseline * (1 + growth) ** months);
  const amounts = effects
    .map(({ initiative, mode, value, shares }) => {
      const monthly = grown.map((month, i) => (mode === 'relative' ? month * value : value) * (shares[i] ?? 0));
      return { initiative, monthly, amount: sumOf(monthly) };
    })
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const doubled = grown.map((_, i) => sumOf(amounts.slice(1).map(({ monthly }) => monthly[i] ?? 0)) * overlap);
  const whole = grown.map((month, i) => month + sumOf(amounts.map(({ monthly }) => monthly[i] ?? 0)) - (doubled[i] ?? 0));
  const kept = limit ? whole.map(month => Math.min(limit.high, Math.max(limit.low, month))) : whole;
  const standing = baseline * after.length;
  return {
    baseline: standing,
    growth: sumOf(grown) - standing,
    effects: amounts.map(({ initiative, amount }) => ({ initiative, amount })),
    overlap: 0 - sumOf(doubled),
    capped: sumOf(kept) - sumOf(whole),
    total: sumOf(kept),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
