import type { Duration } from '../calendar/duration.ts';
import { parseDuration } from '../calendar/duration.ts';
import type { NodeId } from './plan.ts';

/**
 * Delay from the inputs of a node's own formula; with `after`, from a distant ancestor along the whole path. [PLN-30]
 * Counted in months of 30 days (CAL-51); a fraction is shared between two months.
 */
export interface Lag extends Duration {
  readonly after?: NodeId;
}

const AFTER = /^(.+?)\s+after\s+(\S+)$/;
const AFTER_JA = /^(\S+?)から\s*(.+?)後?$/;

/** Reads `90 days`, `3 months after leads`, `90日`, `リード数から90日`; undefined when it is no lag. */
export function parseLag(text: string): Lag | undefined {
  const plain = parseDuration(text);
  if (plain) return plain;
  const english = AFTER.exec(text.trim());
  const japanese = AFTER_JA.exec(text.trim());
  const [durationText, after] = english ? [english[1], english[2]] : [japanese?.[2], japanese?.[1]];
  const duration = durationText === undefined ? undefined : parseDuration(durationText);
  return duration && after !== undefined ? { ...duration, after } : undefined;
}
