import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { addDays, addMonths, daysBetween } from '../calendar/day.ts';
import { lengthOf } from '../calendar/day-range.ts';
import { type Period, periodOf, previousPeriod, samePeriodLastYear } from '../calendar/period.ts';
import type { AskedPeriod } from './question.ts';

/**
 * The period `previous()` looks at: the whole one before a whole one, the same part of it for a part (1–20 October for
 * 1–20 November), as many days just before where no grain is known. [OBS-06]
 */
export function earlierPeriod(asked: AskedPeriod, settings: CalendarSettings): AskedPeriod {
  if (asked.grain !== undefined) return samePart(asked, whole => previousPeriod(whole, settings), settings);
  return { from: addDays(asked.from, -lengthOf(asked)), to: addDays(asked.from, -1) };
}

/** The period `last-year()` looks at: the period of that name a year before, or the same part of it. [OBS-06] */
export function periodLastYear(asked: AskedPeriod, settings: CalendarSettings): AskedPeriod {
  if (asked.grain !== undefined) return samePart(asked, whole => samePeriodLastYear(whole, settings), settings);
  return { from: addMonths(asked.from, -12), to: addMonths(asked.to, -12) };
}

function samePart(asked: AskedPeriod, shift: (whole: Period) => Period, settings: CalendarSettings): AskedPeriod {
  const { grain = 'day' } = asked;
  const whole = periodOf(asked.from, grain, settings);
  const shifted = shift(whole);
  const from = addDays(shifted.from, daysBetween(whole.from, asked.from));
  const to = asked.to === whole.to ? shifted.to : addDays(shifted.from, daysBetween(whole.from, asked.to));
  return {
    grain,
    from: from > shifted.to ? shifted.to : from,
    to: to > shifted.to ? shifted.to : to,
  };
}
