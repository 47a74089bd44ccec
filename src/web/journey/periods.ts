/** Days that a way may take, and days back that may be looked at. */
export const WINDOWS: readonly number[] = [1, 7, 14, 30, 60, 90, 180, 365];
export const PERIODS: readonly number[] = [30, 90, 180, 365];

/** Days as they stand in an address; the usual ones where it says none. */
export function daysIn(text: string | undefined, usual: number): number {
  return /^\d{1,4}$/.test(text ?? '') ? Number(text) : usual;
}

/** Those that can be chosen, and the chosen ones where they are others. */
export function daysToChoose(usual: readonly number[], chosen: number): readonly number[] {
  return usual.includes(chosen) ? usual : [chosen, ...usual].toSorted((a, b) => a - b);
}

/** Midnight of a day as events know it: a clock on the wall, written as ms since 1970. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
