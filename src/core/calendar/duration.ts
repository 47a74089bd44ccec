import type { DurationUnit } from '../unit/unit.ts';
import { addBusinessDays } from './business-day.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { addDays, addMonths, type Day } from './day.ts';

/** A length of time in the unit it was said in: 5 business days stay 5 business days. */
export interface Duration {
  readonly amount: number;
  readonly in: DurationUnit;
}

const UNITS: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^(?:営業日間?|稼働日|平日|business[ -]?days?|working[ -]?days?|bd)$/, 'business-days'],
  [/^(?:秒間?|seconds?|secs?|s)$/, 'seconds'],
  [/^(?:分間?|minutes?|mins?|m)$/, 'minutes'],
  [/^(?:時間|hours?|hrs?|h)$/, 'hours'],
  [/^(?:日間?|days?|d)$/, 'days'],
  [/^(?:週間?|weeks?|w)$/, 'weeks'],
  [/^(?:[ヶケか箇ヵカ]月間?|months?|mo)$/, 'months'],
  [/^(?:年間?|years?|yrs?|y)$/, 'years'],
];

const SINGLE = /^(\d+(?:\.\d+)?) ?([^\d\s.][^\d]*?)$/;
const CLOCK = /^(\d+):([0-5]\d)(?::([0-5]\d))?(?:\.(\d{1,3}))?$/;
const JAPANESE_CLOCK = /^(?:(\d+)時間)?(?:(\d+)分)?(?:(\d+(?:\.\d+)?)秒)?$/;
const ENGLISH_CLOCK = /^(?:(\d+) ?h(?:ours?)? ?)?(?:(\d+) ?m(?:in(?:utes?)?)? ?)?(?:(\d+(?:\.\d+)?) ?s(?:ec(?:onds?)?)?)?$/;

/** Longer than any plan or record; keeps sums with durations inside the calendar. */
const LONGEST_DAYS = 100 * 360;

/**
 * Reads a length of time: `90 days`, `90日`, `5営業日`, `3ヶ月`, `2週間`, `1分09秒`, `1時間30分`, `1:09` (minutes and seconds),
 * `1:02:03`. Full-width forms too. Undefined when it is none, is negative, or is longer than 100 years. [CAL-50]
 */
export function parseDuration(text: string): Duration | undefined {
  const folded = text.normalize('NFKC').trim().toLowerCase();
  const duration = single(folded) ?? clock(folded);
  return duration && daysOf(duration) <= LONGEST_DAYS ? duration : undefined;
}

/**
 * A duration as days for lags between inputs and results, not for dates. [CAL-51]
 * A month is 30 days and a year 12 such months; a business day is 7/5 days; an hour 1/24 day.
 */
export function daysOf({ amount, in: unit }: Duration): number {
  return (amount * SECONDS[unit]) / 86_400;
}

/** A duration as months of 30 days, for conversion lags. [CAL-51] */
export function monthsOf({ amount, in: unit }: Duration): number {
  return (amount * SECONDS[unit]) / (86_400 * 30);
}

const SECONDS: Readonly<Record<DurationUnit, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
  'business-days': (86_400 * 7) / 5,
  weeks: 86_400 * 7,
  months: 86_400 * 30,
  years: 86_400 * 360,
};

/**
 * The day a duration after a day, by the real calendar: months keep the day of the month, business days skip days off. [CAL-52]
 * Parts of a day are dropped (36 hours later is the next day); parts of a month or year are counted as months of 30 days.
 */
export function addDuration(day: Day, duration: Duration, settings: CalendarSettings): Day {
  const { amount, in: unit } = duration;
  switch (unit) {
    case 'business-days':
      return addBusinessDays(day, Math.trunc(amount), settings);
    case 'months':
    case 'years': {
      const months = unit === 'years' ? amount * 12 : amount;
      return addDays(addMonths(day, Math.trunc(months)), Math.trunc((months - Math.trunc(months)) * 30));
    }
    default:
      return addDays(day, Math.trunc(daysOf(duration)));
  }
}

function single(text: string): Duration | undefined {
  const match = SINGLE.exec(text);
  if (!match) return undefined;
  const unit = UNITS.find(([pattern]) => pattern.test(match[2] ?? ''))?.[1];
  return unit && { amount: Number(match[1]), in: unit };
}

/** Hours, minutes and seconds together, as seconds (or minutes where no seconds were said). */
function clock(text: string): Duration | undefined {
  const colons = CLOCK.exec(text);
  if (colons) {
    const [, first, second, third, fraction] = colons;
    const whole =
      third === undefined ? Number(first) * 60 + Number(second) : (Number(first) * 60 + Number(second)) * 60 + Number(third);
    return { amount: fraction === undefined ? whole : Number(`${whole}.${fraction}`), in: 'seconds' };
  }
  const words = JAPANESE_CLOCK.exec(text) ?? ENGLISH_CLOCK.exec(text);
  if (!words || text === '') return undefined;
  const [, hours = '0', minutes = '0', seconds] = words;
  const wholeMinutes = Number(hours) * 60 + Number(minutes);
  if (seconds === undefined) return { amount: wholeMinutes, in: 'minutes' };
  return { amount: wholeMinutes * 60 + Number(seconds), in: 'seconds' };
}
