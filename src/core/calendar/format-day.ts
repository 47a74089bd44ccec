import type { Lang } from '../text/text.ts';
import { type Day, dayOfWeek, partsOf } from './day.ts';
import { type DayRange, sameRange } from './day-range.ts';

/** `full` with the year, `weekday` with year and weekday, `month-day` and `numeric` without the year. */
export type DayStyle = 'full' | 'weekday' | 'month-day' | 'numeric';

export const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const ENGLISH_WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A day for people: 2026年4月6日 / 6 Apr 2026. English never writes months as numbers, which readers order differently. [CAL-30] */
export function formatDay(day: Day, lang: Lang, style: DayStyle = 'full'): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const weekday = dayOfWeek(day) - 1;
  const english = `${dayOfMonth} ${ENGLISH_MONTHS[month - 1] ?? ''}`;
  switch (style) {
    case 'full':
      return lang === 'ja' ? `${year}年${month}月${dayOfMonth}日` : `${english} ${year}`;
    case 'weekday':
      return lang === 'ja'
        ? `${year}年${month}月${dayOfMonth}日（${'月火水木金土日'.charAt(weekday)}）`
        : `${ENGLISH_WEEKDAYS[weekday] ?? ''}, ${english} ${year}`;
    case 'month-day':
      return lang === 'ja' ? `${month}月${dayOfMonth}日` : english;
    case 'numeric':
      return lang === 'ja' ? `${month}/${dayOfMonth}` : english;
  }
}

/** A range of days, saying year and month once where they are the same: 2026年11月1日〜20日 / 1–20 Nov 2026. [CAL-30] */
export function formatDayRange(range: DayRange, lang: Lang): string {
  if (sameRange(range, { from: range.from, to: range.from })) return formatDay(range.from, lang);
  const from = partsOf(range.from);
  const to = partsOf(range.to);
  const sameYear = from.year === to.year;
  const sameMonth = sameYear && from.month === to.month;
  if (lang === 'ja') {
    const end = sameMonth ? `${to.day}日` : formatDay(range.to, lang, sameYear ? 'month-day' : 'full');
    return `${formatDay(range.from, lang)}〜${end}`;
  }
  if (sameMonth) return `${from.day}–${formatDay(range.to, lang)}`;
  return `${formatDay(range.from, lang, sameYear ? 'month-day' : 'full')} – ${formatDay(range.to, lang)}`;
}
