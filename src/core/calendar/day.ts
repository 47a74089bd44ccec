declare const day: unique symbol;

/** A calendar day as `YYYY-MM-DD` (proleptic Gregorian, years 0001–9999); sorts as text. */
export type Day = string & { readonly [day]: true };

/** Days since 1970-01-01; the form to loop and to do sums in. */
export type DayNumber = number;

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** Years that people's dates may lie in: a year outside them is a slip of the keyboard or a stand-in for "never". [CAL-01] */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/** Reads exactly `YYYY-MM-DD`, real days of the years 1900–2199 only. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return dayOf({ year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) });
}

/** The day with these parts; undefined when there is none (31 February) or its year is outside 1900–2199. */
export function dayOf({ year, month, day }: DayParts): Day | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || !Number.isInteger(year)) return undefined;
  if (month < 1 || month > 12 || !Number.isInteger(month)) return undefined;
  if (day < 1 || day > daysInMonth(year, month) || !Number.isInteger(day)) return undefined;
  return written({ year, month, day });
}

export function partsOf(day: Day): DayParts {
  return { year: digits(day, 0) * 100 + digits(day, 2), month: digits(day, 5), day: digits(day, 8) };
}

/** The number of a day, by Howard Hinnant's days_from_civil (https://howardhinnant.github.io/date_algorithms.html). */
export function toDayNumber(day: Day): DayNumber {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return dayNumberOf(year, month, dayOfMonth);
}

/** As `toDayNumber`, from parts; the month is 1–12, the day may run over the end of its month. */
export function dayNumberOf(year: number, month: number, dayOfMonth: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day of a number, by Hinnant's civil_from_days. A number outside the years 0001–9999 is a bug of the caller and throws. */
export function fromDayNumber(number: DayNumber): Day {
  if (!Number.isInteger(number) || number < -719162 || number > 2932896) throw new RangeError(`no such day number: ${number}`);
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return written({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  });
}

export function addDays(day: Day, days: number): Day {
  return fromDayNumber(toDayNumber(day) + days);
}

/**
 * The day so many months later (earlier when negative) with the same day of the month, or the month's last day where it
 * has no such day: one month after 31 January is the last of February. [CAL-03]
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return fromDayNumber(dayNumberOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth))));
}

/** How many days `to` lies after `from`: 1 from a day to the next, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 1 Monday … 7 Sunday, as in ISO 8601. */
export function dayOfWeek(day: Day): number {
  return weekdayOfNumber(toDayNumber(day));
}

export function weekdayOfNumber(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function written({ year, month, day }: DayParts): Day {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as Day;
}

function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}
