import { failed, ok, type Problem, problemsOf, type Result } from '../problem/problem.ts';
import type { DateReading, YearBasis } from '../text/parse-date.ts';
import { parseDate } from '../text/parse-date.ts';
import { firstDayNumberOf, monthIndexFrom } from './business-month.ts';
import { calendarMessages } from './calendar-messages.ts';
import { type CalendarSettings, wallCalendar } from './calendar-settings.ts';
import { type Day, FIRST_YEAR, fromDayNumber, LAST_YEAR } from './day.ts';
import type { DayRange } from './day-range.ts';
import { firstMonthOfFiscalYear, startYearOfLabel } from './fiscal-year.ts';
import { type Grain, type Period, periodOf } from './period.ts';
import { deadlineLength, rangeWithin, relativePeriod, relativePhrase } from './relative-period.ts';
import { mondayOfIsoWeek } from './week.ts';

/** What a text says about a stretch of time; a deadline is its last day. */
export interface ParsedPeriod extends DayRange {
  /** Present when the text names one whole period. */
  readonly grain?: Grain;
  /** Whose year a quarter, half or year is of: give `wallCalendar(settings)` to name or shift a calendar one. */
  readonly basis: 'fiscal' | 'calendar';
}

export interface PeriodContext {
  /** The day that 今年度 and 3年以内 count from; without it such texts are refused. */
  readonly today?: Day;
  /** Whose quarters are meant where the text does not say; without it such texts are refused, never guessed. [CNV-11] */
  readonly basis?: 'fiscal' | 'calendar';
}

const problem = problemsOf(calendarMessages);

/**
 * Reads a period or deadline as people write it: 2026-04, 2026年4月, 2026Q1, 2026年度上期, 今年度中に, 9ヶ月以内, 2026年4月〜9月. [CAL-40]
 *
 * In    the text; the day it was written on and whose quarters are meant, where known
 * Out   first and last day, and the grain when the text names one period
 * Error a problem that says whether the text is not understood, does not exist, or can mean two things
 */
export function parsePeriod(text: string, settings: CalendarSettings, context: PeriodContext = {}): Result<ParsedPeriod> {
  const typed = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const folded = foldedPhrase(text);
  const sides = splitRange(folded);
  const [left, right] = sides ?? [folded];
  const first = onePeriod(left, typed, settings, context);
  if (!first.ok || right === undefined) return first;
  const last = onePeriod(withYearOf(right, first.value), typed, settings, context);
  if (!last.ok) return last;
  const { from } = first.value;
  const { to } = last.value;
  if (to < from) return failed([problem('period-ends-before-it-begins', { from, to })]);
  return ok({ from, to, basis: first.value.basis });
}

const WEEK_OF = /^(?:week of|week from) (.+)$/;
const YEAR_END_MONTH = /^(\d{4})年(\d{1,2})月期(?:第?([1-4])四半期|([上下])半?期)?$/;
const TWO_YEARS = /^(?:(q[1-4]|h[12]) ?)?fy(\d{4})\/(\d{2}|\d{4})$/;

function onePeriod(text: string, typed: string, settings: CalendarSettings, context: PeriodContext): Result<ParsedPeriod> {
  const phrase = relativePhrase(text);
  const length = deadlineLength(text);
  if (phrase || length !== undefined) {
    if (context.today === undefined) return failed([problem('period-needs-reference-day', { text: typed })]);
    const relative = relativePeriod(text, context.today, settings);
    if (relative) return ok({ ...relative.period, basis: relative.basis });
    const range = length === undefined ? undefined : rangeWithin(length, context.today, settings);
    return range ? ok({ ...range, basis: 'fiscal' }) : notUnderstood(typed);
  }
  const byEnd = YEAR_END_MONTH.exec(text);
  if (byEnd) return yearEndingIn(byEnd, typed, settings);
  const twoYears = TWO_YEARS.exec(text);
  if (twoYears) return yearOfTwo(twoYears, typed, settings);
  const weekOf = WEEK_OF.exec(text);
  const reading = parseDate(weekOf?.[1] ?? text.replace(/^暦年/, 'cy'));
  if (weekOf && reading.kind === 'day') return period(periodOf(reading.day, 'week', settings));
  return ofReading(reading, typed, settings, context);
}

function ofReading(reading: DateReading, text: string, settings: CalendarSettings, context: PeriodContext): Result<ParsedPeriod> {
  const calendar = wallCalendar(settings);
  switch (reading.kind) {
    case 'day':
      return period(periodOf(reading.day, 'day', settings));
    case 'week': {
      const monday = mondayOfIsoWeek(reading);
      return monday === undefined ? notUnderstood(text) : period(periodOf(fromDayNumber(monday + 3), 'week', settings));
    }
    case 'month': {
      const basis = context.basis ?? 'fiscal';
      return period(monthPeriod(reading.year, reading.month, basis === 'calendar' ? calendar : settings), basis);
    }
    case 'quarter':
      return ofYear('quarter', reading.year, (reading.quarter - 1) * 3, reading.basis, text, settings, context);
    case 'half':
      return ofYear('half', reading.year, (reading.half - 1) * 6, reading.basis, text, settings, context);
    case 'year':
      return ofYear('year', reading.year, 0, reading.basis, text, settings, context);
    case 'ambiguous':
      return failed([problem('period-order-of-date', { text, readings: reading.candidates.map(candidate => candidate.day) })]);
    case 'missing':
      return notUnderstood(text);
    case 'invalid':
      return failed([invalidProblem(reading.why, text)]);
  }
}

function ofYear(
  grain: Grain,
  year: number,
  month: number,
  said: YearBasis,
  text: string,
  settings: CalendarSettings,
  context: PeriodContext,
): Result<ParsedPeriod> {
  const fiscal = fiscalPeriod(grain, startYearOfLabel(year, settings), month, settings);
  const calendar = fiscalPeriod(grain, year, month, wallCalendar(settings));
  const ownYear = settings.fiscalYearStarts === 1 && !/^(?:cy|暦年)/i.test(text);
  const basis = said === 'unsaid' ? (context.basis ?? (ownYear ? 'fiscal' : undefined)) : ownYear ? 'fiscal' : said;
  if (basis !== undefined) return period(basis === 'fiscal' ? fiscal : calendar, basis);
  const ends = ({ from, to }: DayRange) => [from, to];
  return failed([problem('period-fiscal-or-calendar', { text, fiscal: ends(fiscal), calendar: ends(calendar) })]);
}

/** 2027年3月期: the fiscal year that ends in that month. */
function yearEndingIn(match: readonly string[], text: string, settings: CalendarSettings): Result<ParsedPeriod> {
  const [, year, month, quarter, half] = match;
  const lastMonth = ((settings.fiscalYearStarts + 10) % 12) + 1;
  if (Number(month) !== lastMonth) return failed([problem('fiscal-year-end-differs', { text, month: lastMonth })]);
  const startYear = settings.fiscalYearStarts === 1 ? Number(year) : Number(year) - 1;
  if (quarter) return period(fiscalPeriod('quarter', startYear, (Number(quarter) - 1) * 3, settings));
  if (half) return period(fiscalPeriod('half', startYear, half === '上' ? 0 : 6, settings));
  return period(fiscalPeriod('year', startYear, 0, settings));
}

/** FY2026/27 names the year by both ends and needs no setting. */
function yearOfTwo(match: readonly string[], text: string, settings: CalendarSettings): Result<ParsedPeriod> {
  const [, part, start = '', end = ''] = match;
  const startYear = Number(start);
  if ((startYear + 1) % 100 !== Number(end) % 100) return notUnderstood(text);
  const place = Number(part?.slice(1));
  if (part?.startsWith('q')) return period(fiscalPeriod('quarter', startYear, (place - 1) * 3, settings));
  if (part) return period(fiscalPeriod('half', startYear, (place - 1) * 6, settings));
  return period(fiscalPeriod('year', startYear, 0, settings));
}

function fiscalPeriod(grain: Grain, startYear: number, monthsIn: number, settings: CalendarSettings): Period {
  const first = firstDayNumberOf(firstMonthOfFiscalYear(startYear, settings) + monthsIn, settings);
  return periodOf(fromDayNumber(first), grain, settings);
}

function monthPeriod(year: number, month: number, settings: CalendarSettings): Period {
  return periodOf(fromDayNumber(firstDayNumberOf(monthIndexFrom(year, month), settings)), 'month', settings);
}

function period(found: Period, basis: ParsedPeriod['basis'] = 'fiscal'): Result<ParsedPeriod> {
  return ok({ ...found, basis });
}

function notUnderstood(text: string): Result<ParsedPeriod> {
  return failed([problem('period-not-understood', { text })]);
}

function invalidProblem(why: Extract<DateReading, { kind: 'invalid' }>['why'], text: string): Problem {
  switch (why) {
    case 'no-such-day':
    case 'no-such-time':
    case 'weekday-mismatch':
      return problem('period-does-not-exist', { text });
    case 'year-out-of-range':
      return problem('period-year-out-of-range', { text, first: FIRST_YEAR, last: LAST_YEAR });
    case 'not-a-date':
      return problem('period-not-understood', { text });
  }
}

const ENGLISH_FRAME = /^(?:by |until |till |during |in |from )?(?:the )?(?:end of )?(.+?)$/;

/** Takes off the words around a period that do not change its last day: まで, 中に, 末, "by the end of". */
function foldedPhrase(text: string): string {
  const folded = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (folded.length > 80) return folded;
  if (/^within |以内/.test(folded)) return folded.replace(/以内に$/, '以内');
  const bare = folded.replace(/(?<=[月年度期日])の?末(?:日)?/, '').replace(/(?:までに?|中に?)$/, '');
  return ENGLISH_FRAME.exec(bare)?.[1]?.trim() ?? bare;
}

const RANGE_MARK = /\s*[〜~–—]\s*|から| to | - |(?<=^\d{4}-\d{2}(?:-\d{2})?)\/(?=\d{4}-\d{2}(?:-\d{2})?$)/;

function splitRange(text: string): readonly [string, string] | undefined {
  const parts = text.split(RANGE_MARK);
  const [left = '', right = ''] = parts;
  return parts.length === 2 && left !== '' && right !== '' ? [left, right] : undefined;
}

/** The end of a range may leave out its year: 2026年4月〜9月, 2026年10月〜3月 (of the next year), 2026年11月1日〜20日. */
function withYearOf(right: string, first: ParsedPeriod): string {
  const [, nextYear, month, day] = /^(翌年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?$/.exec(right) ?? [];
  if (month === undefined && day === undefined) return right;
  const named = first.grain === 'month' ? first.to : first.from;
  const startYear = Number(named.slice(0, 4));
  const startMonth = Number(named.slice(5, 7));
  const endMonth = Number(month ?? startMonth);
  const year = nextYear || endMonth < startMonth ? startYear + 1 : startYear;
  return `${year}年${endMonth}月${day === undefined ? '' : `${day}日`}`;
}
