import type { Duration } from '../calendar/duration.ts';
import { parseDuration } from '../calendar/duration.ts';
import { type LagShare, meanDays, parseSpread } from './lag-spread.ts';
import type { NodeId } from './plan.ts';

/**
 * Delay from the inputs of a node's own formula; with `after`, from a distant ancestor along the whole path. [PLN-30]
 * Counted in months of 30 days (CAL-51); a fraction is shared between two months.
 */
export interface Lag extends Duration {
  readonly after?: NodeId;
  /** Where not everything takes equally long: which share takes how long. Amount and unit are then the mean. [PLN-31] */
  readonly spread?: readonly LagShare[];
}

export type LagRead =
  | { readonly ok: true; readonly lag: Lag }
  /** A distribution whose shares do not add up to 100 %. */
  | { readonly ok: false; readonly percent?: string };

const AFTER = /^(.+?)\s+after\s+(\S+)$/;
const AFTER_JA = /^(\S+?)から\s*(.+?)後?$/;

/**
 * Reads `90 days`, `3 months after leads`, `90日`, `リード数から90日`, and distributions (`15% in 1 month, 85% in 2 months after
 * leads`).
 */
export function parseLag(text: string): LagRead {
  const plain = delayIn(text);
  if (plain.ok || plain.percent !== undefined) return plain;
  const english = AFTER.exec(text.trim());
  const japanese = AFTER_JA.exec(text.trim());
  const [delay, after] = english ? [english[1], english[2]] : [japanese?.[2], japanese?.[1]];
  const read = delay === undefined ? plain : delayIn(delay);
  return read.ok && after !== undefined ? { ok: true, lag: { ...read.lag, after } } : read.ok ? { ok: false } : read;
}

function delayIn(text: string): LagRead {
  const duration = parseDuration(text);
  if (duration) return { ok: true, lag: duration };
  const spread = parseSpread(text);
  switch (spread.kind) {
    case 'read':
      return { ok: true, lag: { amount: meanDays(spread.shares), in: 'days', spread: spread.shares } };
    case 'total':
      return { ok: false, percent: spread.percent };
    case 'none':
      return { ok: false };
  }
}

/** What takes how long, one share of everything where nothing is said of a distribution; in the order of time. */
export function sharesOfLag(lag: Lag): readonly LagShare[] {
  return lag.spread ?? [{ share: '1', takes: { amount: lag.amount, in: lag.in } }];
}
