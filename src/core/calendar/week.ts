import { type CalendarSettings, WEEKDAYS } from './calendar-settings.ts';
import { type Day, type DayNumber, dayNumberOf, fromDayNumber, partsOf, toDayNumber, weekdayOfNumber } from './day.ts';

/** A week of ISO 8601: from Monday, in the year its Thursday lies in. */
export interface IsoWeek {
  readonly year: number;
  /** 1–53 */
  readonly week: number;
}

/** The first day of the week a day lies in, by the settings' first weekday. [CAL-12] */
export function startOfWeek(number: DayNumber, settings: CalendarSettings): DayNumber {
  const starts = WEEKDAYS.indexOf(settings.weekStarts) + 1;
  return number - ((weekdayOfNumber(number) - starts + 7) % 7);
}

export function isoWeekOf(day: Day): IsoWeek {
  const number = toDayNumber(day);
  const thursday = number - weekdayOfNumber(number) + 4;
  const { year } = partsOf(fromDayNumber(thursday));
  return { year, week: Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1 };
}

/** The Monday of an ISO week; undefined when the year has no such week. */
export function mondayOfIsoWeek({ year, week }: IsoWeek): DayNumber | undefined {
  const fourthOfJanuary = dayNumberOf(year, 1, 4);
  const monday = fourthOfJanuary - weekdayOfNumber(fourthOfJanuary) + 1 + (week - 1) * 7;
  return week >= 1 && monday + 3 < dayNumberOf(year + 1, 1, 1) ? monday : undefined;
}
