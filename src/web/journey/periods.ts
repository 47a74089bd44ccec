/** Days that a way may take, and days back that may be looked at. */
export const WINDOWS: readonly number[] = [1, 7, 14, 30, 60, 90, 180, 365];
export const PERIODS: readonly number[] = [30, 90, 180, 365];

/** Midnight of a day as events know it: a clock on the wall, written as ms since 1970. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
