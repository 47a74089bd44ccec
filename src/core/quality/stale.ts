import type { Refresh } from '../metric/definitions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far apart two refreshes of a source are, in milliseconds; a month has 31 days. Null: it promises nothing. */
const INTERVAL: Readonly<Record<Refresh, number | null>> = {
  hourly: HOUR,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 31 * DAY,
  push: null,
  manual: null,
};

/**
 * Whether a source has gone without refresh for more than twice its interval. [QUA-20, MEA-03]
 * Instants are ISO moments. Null where the source promises nothing or never came: then there is nothing to be stale.
 */
export function isStale(refresh: Refresh | null, refreshedAt: string | null, now: string): boolean | null {
  const interval = refresh === null ? null : INTERVAL[refresh];
  if (interval === null || refreshedAt === null) return null;
  return Date.parse(now) - Date.parse(refreshedAt) > 2 * interval;
}
