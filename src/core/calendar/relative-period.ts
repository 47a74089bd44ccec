import type { CalendarSettings } from './calendar-settings.ts';
import { wallCalendar } from './calendar-settings.ts';
import { addDays, type Day } from './day.ts';
import type { DayRange } from './day-range.ts';
import { addDuration, parseDuration } from './duration.ts';
import { type Grain, type Period, periodOf, shiftPeriod } from './period.ts';

/** A phrase that names a period by where it lies from today. */
interface RelativePhrase {
  readonly grain: Grain;
  readonly shift: number;
  /** 今年 is the calendar's year whatever the fiscal one; 今年度 the fiscal year. */
  readonly basis: 'fiscal' | 'calendar';
}

const JAPANESE: Readonly<Record<string, RelativePhrase>> = {
  ...phrases('day', 'fiscal', { 今日: 0, 本日: 0, 昨日: -1, 一昨日: -2, 明日: 1 }),
  ...phrases('week', 'fiscal', { 今週: 0, 先週: -1, 先々週: -2, 来週: 1, 再来週: 2 }),
  ...phrases('month', 'fiscal', { 今月: 0, 当月: 0, 先月: -1, 前月: -1, 先々月: -2, 来月: 1, 翌月: 1, 再来月: 2 }),
  ...phrases('quarter', 'fiscal', { 今四半期: 0, 当四半期: 0, 前四半期: -1, 来四半期: 1, 翌四半期: 1 }),
  ...phrases('half', 'fiscal', { 今半期: 0, 当半期: 0, 前半期: -1, 来半期: 1 }),
  ...phrases('year', 'fiscal', { 今年度: 0, 本年度: 0, 当年度: 0, 前年度: -1, 昨年度: -1, 来年度: 1, 翌年度: 1 }),
  ...phrases('year', 'calendar', { 今年: 0, 本年: 0, 昨年: -1, 去年: -1, 前年: -1, 来年: 1, 翌年: 1 }),
};

const ENGLISH = /^(this|current|last|previous|next)[ -](?:(fiscal|calendar)[ -])?(week|month|quarter|half|half[ -]year|year)$/;
const ENGLISH_DAYS: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 };
const ENGLISH_SHIFT: Readonly<Record<string, number>> = { this: 0, current: 0, last: -1, previous: -1, next: 1 };

/** The period a phrase such as 今年度, 先月 or "next quarter" means on a day; undefined for other phrases. [CAL-42] */
export function relativePeriod(
  text: string,
  today: Day,
  settings: CalendarSettings,
): { readonly period: Period; readonly basis: 'fiscal' | 'calendar' } | undefined {
  const phrase = relativePhrase(text);
  if (!phrase) return undefined;
  const calendar = phrase.basis === 'calendar' ? wallCalendar(settings) : settings;
  const period = shiftPeriod(periodOf(today, phrase.grain, calendar), phrase.shift, calendar);
  return { period, basis: phrase.basis };
}

export function relativePhrase(text: string): RelativePhrase | undefined {
  const japanese = JAPANESE[text];
  if (japanese) return japanese;
  const days = ENGLISH_DAYS[text];
  if (days !== undefined) return { grain: 'day', shift: days, basis: 'fiscal' };
  const match = ENGLISH.exec(text);
  if (!match) return undefined;
  const [, direction = '', basis, unit = ''] = match;
  const grain = unit.startsWith('half') ? 'half' : unit === 'week' || unit === 'month' || unit === 'quarter' ? unit : 'year';
  const calendarYear = basis === 'calendar' || (grain === 'year' && basis === undefined);
  return { grain, shift: ENGLISH_SHIFT[direction] ?? 0, basis: calendarYear ? 'calendar' : 'fiscal' };
}

const WITHIN = /^(?:(?:within|in) (?:the )?(?:next )?(.+)|(?:今後|向こう)?(.+?)(?:以内|後まで|間で))$/;

/** The length in a deadline such as 9ヶ月以内 or "within 3 years", as text; undefined for other texts. */
export function deadlineLength(text: string): string | undefined {
  const match = WITHIN.exec(text);
  const length = match?.[1] ?? match?.[2];
  return length !== undefined && parseDuration(length) ? length : undefined;
}

/**
 * The days of a deadline "within" a length: from the first day on, the whole length and no more. [CAL-43]
 * 9ヶ月以内 from 1 April 2026 ends on 31 December 2026; 5 business days from a Monday end on its Friday.
 */
export function rangeWithin(length: string, first: Day, settings: CalendarSettings): DayRange | undefined {
  const duration = parseDuration(length);
  if (!duration) return undefined;
  const end = addDuration(addDays(first, -1), duration, settings);
  const to = duration.in === 'months' || duration.in === 'years' ? addDays(addDuration(first, duration, settings), -1) : end;
  return { from: first, to: to < first ? first : to };
}

function phrases(
  grain: Grain,
  basis: RelativePhrase['basis'],
  shifts: Readonly<Record<string, number>>,
): Readonly<Record<string, RelativePhrase>> {
  return Object.fromEntries(Object.entries(shifts).map(([text, shift]) => [text, { grain, shift, basis }]));
}
