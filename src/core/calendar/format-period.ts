import { unreachable } from '../problem/unreachable.ts';
import type { Lang } from '../text/text.ts';
import { monthIndexOf, yearAndMonthOf } from './business-month.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { fiscalPlaceOf, namedByEnd } from './fiscal-year.ts';
import { ENGLISH_MONTHS, formatDay, formatDayRange } from './format-day.ts';
import type { Period } from './period.ts';
import type { PeriodPart } from './periods-between.ts';
import { isoWeekOf } from './week.ts';

/** `full` stands alone, `short` beside its year (axes, table heads), `iso-week` numbers weeks that start on Monday. */
export type PeriodStyle = 'full' | 'short' | 'iso-week';

/**
 * The name of a period in a language. [CAL-31]
 * A fiscal year is named as set: 2026年度 by its start, 2027年3月期 by its end; English shows both years (FY2026/27).
 * With a fiscal year from January the names are the calendar's: 2026年第1四半期 / Q1 2026.
 */
export function formatPeriod(period: Period, lang: Lang, settings: CalendarSettings, style: PeriodStyle = 'full'): string {
  const short = style === 'short';
  switch (period.grain) {
    case 'day':
      return formatDay(period.from, lang, short ? 'numeric' : 'full');
    case 'week':
      return style === 'iso-week' && settings.weekStarts === 'monday' ? isoWeekName(period) : weekName(period, lang, short);
    case 'month':
      return monthName(period, lang, settings, short);
    case 'quarter': {
      const { quarter } = placeOf(period, settings);
      return ofYear(lang === 'ja' ? `第${quarter}四半期` : `Q${quarter}`, period, lang, settings, short);
    }
    case 'half': {
      const { half } = placeOf(period, settings);
      return ofYear(lang === 'ja' ? (half === 1 ? '上期' : '下期') : `H${half}`, period, lang, settings, short);
    }
    case 'year':
      return yearName(period, lang, settings);
    default:
      return unreachable(period.grain);
  }
}

/** The name of what lies inside a range, saying which days when they are not all: 2026年11月（11月1日〜20日）. [CAL-31] */
export function formatPeriodPart(part: PeriodPart, lang: Lang, settings: CalendarSettings): string {
  const name = formatPeriod(part.period, lang, settings);
  if (!part.clipped) return name;
  const days = formatDayRange(part, lang);
  if (lang === 'ja') return `${name}（${days.replace(/^\d+年/, '')}）`;
  return `${name} (${part.from.slice(0, 4) === part.to.slice(0, 4) ? days.slice(0, -5) : days})`;
}

function placeOf(period: Period, settings: CalendarSettings) {
  return fiscalPlaceOf(monthIndexOf(period.from, settings), settings);
}

function isoWeekName(period: Period): string {
  const { year, week } = isoWeekOf(period.from);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function weekName({ from, to }: Period, lang: Lang, short: boolean): string {
  if (lang === 'en') return `week of ${formatDay(from, lang, short ? 'numeric' : 'full')}`;
  return `${short ? '' : `${from.slice(0, 4)}/`}${formatDay(from, lang, 'numeric')}〜${formatDay(to, lang, 'numeric')}の週`;
}

function monthName(period: Period, lang: Lang, settings: CalendarSettings, short: boolean): string {
  const { year, month } = yearAndMonthOf(monthIndexOf(period.from, settings));
  if (lang === 'ja') return `${short ? '' : `${year}年`}${month}月`;
  return `${ENGLISH_MONTHS[month - 1] ?? ''}${short ? '' : ` ${year}`}`;
}

function ofYear(name: string, period: Period, lang: Lang, settings: CalendarSettings, short: boolean): string {
  if (short) return name;
  return lang === 'ja' ? `${yearName(period, lang, settings)}${name}` : `${name} ${yearName(period, lang, settings)}`;
}

function yearName(period: Period, lang: Lang, settings: CalendarSettings): string {
  const { startYear } = placeOf(period, settings);
  if (settings.fiscalYearStarts === 1) return lang === 'ja' ? `${startYear}年` : String(startYear);
  if (lang === 'en') return `FY${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`;
  return namedByEnd(settings) ? `${startYear + 1}年${settings.fiscalYearStarts - 1}月期` : `${startYear}年度`;
}
