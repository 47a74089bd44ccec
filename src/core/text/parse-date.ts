import { type Day, dayOf, dayOfWeek, FIRST_YEAR, LAST_YEAR, parseDay } from '../calendar/day.ts';
import { mondayOfIsoWeek } from '../calendar/week.ts';
import { type DateCandidate, type DateFormat, dateCandidates, fullYear } from './date-format.ts';
import { ERA, yearOfEra } from './japanese-era.ts';
import { missingIn } from './missing.ts';
import { splitTime, type TimeOfDay } from './time-of-day.ts';

/** What a cell or a typed text says about a date: a day, a longer period, several possible days, nothing, or no date. */
export type DateReading =
  | ({ readonly kind: 'day'; readonly day: Day } & TimeOfDay)
  | { readonly kind: 'week'; readonly year: number; readonly week: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number; readonly basis: YearBasis }
  | { readonly kind: 'half'; readonly year: number; readonly half: number; readonly basis: YearBasis }
  | { readonly kind: 'year'; readonly year: number; readonly basis: YearBasis }
  | ({ readonly kind: 'ambiguous'; readonly candidates: readonly DateCandidate[] } & TimeOfDay)
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly why: InvalidDate };

/** Which year a quarter or half is of: 年度 and FY say fiscal, 2026年 says calendar, 2026Q1 says neither. */
export type YearBasis = 'fiscal' | 'calendar' | 'unsaid';

export type InvalidDate = 'not-a-date' | 'no-such-day' | 'no-such-time' | 'year-out-of-range' | 'weekday-mismatch';

/**
 * Reads a date in any form that people type and tools export. [TXT-30]
 *
 * In    the text; the order of a column's dates, once known (`inferDateFormat`), which settles 03/04/2026
 * Out   days with their time of day and offset as written; months, quarters, halves, years and ISO weeks as such
 * Error a date that does not exist (2026-02-31), a year outside 1900–2199, a weekday that is not the day's: `invalid`
 * Not   Excel serial numbers: 45000 is not a date here
 */
export function parseDate(text: string, format?: DateFormat): DateReading {
  const plain = parseDay(text);
  if (plain) return { kind: 'day', day: plain };
  if (text.length > 60) return invalid('not-a-date');
  const folded = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (missingIn(text) || folded.startsWith('0000-00-00')) return { kind: 'missing' };
  const { rest, weekday } = splitWeekday(folded);
  const split = splitTime(rest);
  if (split === 'no-such-time') return invalid('no-such-time');
  const { date, ...time } = split;
  const reading = date === '' ? invalid('not-a-date') : dateOf(date.toLowerCase(), format);
  switch (reading.kind) {
    case 'day':
      return weekday !== undefined && dayOfWeek(reading.day) !== weekday ? invalid('weekday-mismatch') : { ...reading, ...time };
    case 'ambiguous':
      return { ...reading, ...time };
    case 'invalid':
      return reading;
    default:
      return time.time === undefined && weekday === undefined ? reading : invalid('not-a-date');
  }
}

type Reader = (match: readonly string[], format: DateFormat | undefined) => DateReading;

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const QUARTER_DIGIT = '([1-4一二三四])';

/** Every form, tried in order; the first that fits reads the text. Digits of a form are its groups. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, m => day(m[1], m[3], m[4])],
  [/^(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日$/, m => day(m[1], m[2], m[3])],
  [/^(\d{4})(\d{2})(\d{2})$/, m => day(m[1], m[2], m[3])],
  [/^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/, (m, format) => numeric(m[1] ?? '', m[3] ?? '', m[4] ?? '', format)],
  [new RegExp(`^(${ERA})\\.? ?(元|\\d{1,2})(?:年|[./-]) ?(\\d{1,2})(?:月|[./-]) ?(\\d{1,2})日?$`), m => day(era(m), m[3], m[4])],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${NAME}[ ,-]+(\\d{4}|\\d{2})$`),
    m => day(fullYear(m[3] ?? ''), monthNamed(m[2]), m[1]),
  ],
  [new RegExp(`^${NAME} (\\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(\\d{4})$`), m => day(m[3], monthNamed(m[1]), m[2])],
  [new RegExp(`^(\\d{4})[ -]${NAME}[ -](\\d{1,2})$`), m => day(m[1], monthNamed(m[2]), m[3])],
  [/^(\d{4})[-/.](\d{1,2})$/, m => month(m[1], m[2])],
  [/^(\d{4})年 ?(\d{1,2})月$/, m => month(m[1], m[2])],
  [/^(\d{4})(\d{2})$/, m => month(m[1], m[2])],
  [new RegExp(`^(${ERA})\\.? ?(元|\\d{1,2})(?:年 ?(\\d{1,2})月|[./](\\d{1,2}))$`), m => month(era(m), m[3] ?? m[4])],
  [new RegExp(`^${NAME}[ -](\\d{4})$`), m => month(m[2], monthNamed(m[1]))],
  [/^(\d{4})-?w(\d{2})$/, m => week(m[1], m[2])],
  [
    new RegExp(`^(fy|cy)?(\\d{4})(年度?)?[ /-]?(?:第 ?${QUARTER_DIGIT} ?四半期|q([1-4])|([1-4])q)$`),
    m => quarter(m[2], m[4] ?? m[5] ?? m[6], m[1], m[3]),
  ],
  [/^(?:q([1-4])|([1-4])q)[ /-]?(fy|cy)? ?(\d{4})$/, m => quarter(m[4], m[1] ?? m[2], m[3], undefined)],
  [new RegExp(`^(${ERA})(元|\\d{1,2})(年度?)第 ?${QUARTER_DIGIT} ?四半期$`), m => quarter(era(m), m[4], undefined, m[3])],
  [/^(fy|cy)?(\d{4})(年度?)?[ /-]?(?:(上|下)半?期|h([12]))$/, m => half(m[2], m[4] ?? m[5], m[1], m[3])],
  [/^h([12])[ /-]?(fy|cy)? ?(\d{4})$/, m => half(m[3], m[1], m[2], undefined)],
  [/^(fy|cy)?(\d{4})(年度?)?$/, m => year(m[2], m[1], m[3])],
  [new RegExp(`^(${ERA})(元|\\d{1,2})(年度?)$`), m => year(era(m), undefined, m[3])],
];

function dateOf(text: string, format: DateFormat | undefined): DateReading {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    if (match) return read(match, format);
  }
  return invalid('not-a-date');
}

type Part = string | number | undefined;

function day(yearPart: Part, monthPart: Part, dayPart: Part): DateReading {
  const year = Number(yearPart);
  if (!isPlausible(year)) return invalid('year-out-of-range');
  const read = dayOf({ year, month: Number(monthPart), day: Number(dayPart) });
  return read ? { kind: 'day', day: read } : invalid('no-such-day');
}

function numeric(first: string, second: string, third: string, format: DateFormat | undefined): DateReading {
  const candidates = dateCandidates(first, second, third).filter(candidate => !format || candidate.format === format);
  const days = new Set(candidates.map(candidate => candidate.day));
  const [only] = days;
  if (only === undefined) return invalid('no-such-day');
  return days.size === 1 ? { kind: 'day', day: only } : { kind: 'ambiguous', candidates };
}

function month(yearPart: Part, monthPart: Part): DateReading {
  const year = Number(yearPart);
  const number = Number(monthPart);
  if (!isPlausible(year)) return invalid('year-out-of-range');
  return number >= 1 && number <= 12 ? { kind: 'month', year, month: number } : invalid('no-such-day');
}

function week(yearPart: Part, weekPart: Part): DateReading {
  const found = { year: Number(yearPart), week: Number(weekPart) };
  if (!isPlausible(found.year)) return invalid('year-out-of-range');
  return mondayOfIsoWeek(found) === undefined ? invalid('no-such-day') : { kind: 'week', ...found };
}

function quarter(yearPart: Part, quarterPart: Part, prefix: string | undefined, suffix: string | undefined): DateReading {
  const found = Number(quarterPart) || '一二三四'.indexOf(String(quarterPart)) + 1;
  const said = basisOf(prefix, suffix);
  return ofYear(yearPart, year => ({
    kind: 'quarter',
    year,
    quarter: found,
    basis: said === 'calendar' && !prefix ? 'unsaid' : said,
  }));
}

function half(yearPart: Part, halfPart: Part, prefix: string | undefined, suffix: string | undefined): DateReading {
  const said = basisOf(prefix, suffix);
  const found = halfPart === '上' || halfPart === '1' ? 1 : 2;
  return ofYear(yearPart, year => ({ kind: 'half', year, half: found, basis: said === 'calendar' && !prefix ? 'unsaid' : said }));
}

function year(yearPart: Part, prefix: string | undefined, suffix: string | undefined): DateReading {
  return ofYear(yearPart, found => ({ kind: 'year', year: found, basis: basisOf(prefix, suffix) }));
}

function ofYear(yearPart: Part, made: (year: number) => DateReading): DateReading {
  const found = Number(yearPart);
  return isPlausible(found) ? made(found) : invalid('year-out-of-range');
}

function basisOf(prefix: string | undefined, suffix: string | undefined): YearBasis {
  if (prefix === 'fy' || suffix === '年度') return 'fiscal';
  return prefix === 'cy' || suffix === '年' ? 'calendar' : 'unsaid';
}

function era(match: readonly string[]): number | undefined {
  return yearOfEra(match[1] ?? '', match[2] ?? '');
}

function monthNamed(name: string | undefined): number {
  return MONTH_NAMES.indexOf(name ?? '') + 1;
}

function isPlausible(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function invalid(why: InvalidDate): DateReading {
  return { kind: 'invalid', why };
}

const JAPANESE_WEEKDAY = / ?\(([月火水木金土日])(?:曜日?)?\) ?/;
const ENGLISH_WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i;

/** Takes a weekday such as (月) or "Mon," out of the text; 1 is Monday. */
function splitWeekday(text: string): { readonly rest: string; readonly weekday?: number } {
  const japanese = JAPANESE_WEEKDAY.exec(text);
  if (japanese)
    return { rest: text.replace(JAPANESE_WEEKDAY, ' ').trim(), weekday: '月火水木金土日'.indexOf(japanese[1] ?? '') + 1 };
  const english = ENGLISH_WEEKDAY.exec(text);
  if (!english) return { rest: text };
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return { rest: text.replace(ENGLISH_WEEKDAY, ''), weekday: names.indexOf((english[1] ?? '').toLowerCase()) + 1 };
}
