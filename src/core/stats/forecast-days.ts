import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import { dayEffects, dayRows, effectOf } from './day-effects.ts';
import { type Forecast, forecastBy } from './forecast.ts';
import { pointPath } from './point-path.ts';
import type { Support } from './working-scale.ts';

/** A daily history and what is wanted of it. */
export interface DaysAsked {
  readonly from: Day;
  /** One per day; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly support: Support;
  readonly calendar: CalendarSettings;
  readonly horizon: number;
}

const YEAR = 365;
/** So many past forecasts, five days apart, so that they begin on every weekday. */
const ORIGINS = 26;
const STRIDE = 5;

/**
 * Forecasts days: weekdays, days off and long holidays are taken out, what remains is forecast as any series, and they are put back. [FOR-16]
 * A yearly season is looked for from two years of days on.
 */
export function forecastDays({ from, values, support, calendar, horizon }: DaysAsked): Forecast {
  const rows = dayRows(from, values.length + horizon, calendar);
  return forecastBy({ values, support, period: 7, horizon, origins: ORIGINS, stride: STRIDE }, (part, ahead, first) => {
    const effects = dayEffects(part, rows.slice(first, first + part.length));
    const effectAt = (t: number) => effectOf(effects, rows[first + t]);
    const plain = part.map((value, t) => (value === null ? null : value - effectAt(t)));
    const found = pointPath(plain, part.length >= 2 * YEAR ? YEAR : 1, ahead);
    return {
      ...found,
      path: found.path.map((value, h) => value + effectAt(part.length + h)),
      season: effects,
    };
  });
}
