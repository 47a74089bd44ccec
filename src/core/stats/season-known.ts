import type { PastErrors } from './rolling-errors.ts';

/** A season that the forecast made now has, and how long a history it was drawn from. */
export interface KnownSeason {
  readonly period: number;
  readonly length: number;
}

/** A forecast of one step misses by this part of the noise besides what its season is off. */
const LEVEL_SHARE = 1.3;

/**
 * Past errors, as far as they say how the forecast made now will miss. [FOR-23]
 *
 * A forecast made before two seasons were seen could not know the season that this one knows: its error is the season itself, and does
 * not count. The season drawn from k seasons of differences to the moving average is off by 1/k of the noise's variance: errors of
 * shorter histories are made smaller by √((1.3 + 1/k now) ÷ (1.3 + 1/k then)). Without a season all count as they are.
 */
export function comparableErrors(past: readonly PastErrors[], season: KnownSeason | undefined): readonly PastErrors[] {
  if (!season) return past;
  const { period, length } = season;
  const now = LEVEL_SHARE + 1 / drawnFrom(length, period);
  return past
    .filter(each => knewSeason(each, season))
    .map(({ origin, errors, seasonal }) => {
      const factor = Math.sqrt(now / (LEVEL_SHARE + 1 / drawnFrom(origin, period)));
      return { origin, seasonal, errors: errors.map(error => (error === null ? null : error * factor)) };
    });
}

/** From three seasons on a season that was not found was not there to be found. */
export function knewSeason({ origin, seasonal }: PastErrors, { period }: KnownSeason): boolean {
  return origin >= (seasonal ? 2 : 3) * period;
}

/** How far a forecast of one step with a season is expected to miss, and how many seen errors that is worth; undefined without two seasons. [FOR-23] */
export function seasonalSpread(
  values: readonly (number | null)[],
  period: number,
): { readonly spread: number; readonly worth: number } | undefined {
  const known = values.flatMap((value, t) => (value === null ? [] : [{ t, value, step: t % period }]));
  const steps = new Map<number, { readonly t: number; readonly value: number }[]>();
  for (const { t, value, step } of known) steps.set(step, [...(steps.get(step) ?? []), { t, value }]);
  const freedom = known.length - steps.size - 1;
  if (freedom < period / 2) return undefined;
  const rests = [...steps.values()].flatMap(own => {
    const [t, value] = [mean(own.map(each => each.t)), mean(own.map(each => each.value))];
    return own.map(each => ({ t: each.t - t, value: each.value - value }));
  });
  const slope = rests.reduce((sum, { t, value }) => sum + t * value, 0) / rests.reduce((sum, { t }) => sum + t * t, 0);
  const squares = rests.reduce((sum, { t, value }) => sum + (value - slope * t) ** 2, 0);
  const share = LEVEL_SHARE + 1 / drawnFrom(values.length, period);
  return { spread: Math.sqrt((squares / freedom) * share), worth: freedom / 2 };
}

/** Seasons of differences to the moving average, which half a season is missing from at both ends. */
function drawnFrom(length: number, period: number): number {
  return Math.max(1, (length - period) / period);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
