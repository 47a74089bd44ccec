import { dayOf, daysBetween } from '../calendar/day.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { MonthHeading } from './month-heading.ts';

/** A heading that names a week: 4月1週, 4/6, 2026/4/6〜4/12, 4月6日週. A week belongs to the month of its first day. [BEG-09] */
export interface WeekHeading {
  readonly year: number | undefined;
  /** 1–12 */
  readonly month: number;
  /** Its first day, where the heading is a date. */
  readonly day: number | undefined;
}

/** Reads a heading as a week of a month; a week without its month (第1週) is none. */
export function weekHeading(text: string): WeekHeading | undefined {
  if (text.length > 30 || !/\d/.test(text)) return undefined;
  const word = foldWidth(text).replace(/\s+/g, '').toLowerCase();
  const [, year, month] = /^(?:(\d{4})[年/.-])?(\d{1,2})(?:月|\/|-)(?:第?[1-6]週目?|w[1-6]|week[1-6])$/.exec(word) ?? [];
  if (month !== undefined) return bounded(year, month, undefined);
  const [, begunYear, begun, day] =
    /^(?:(\d{4})[年/.-])?(\d{1,2})[月/.-](\d{1,2})日?(?:\(.\))?(?:週|の週|~.*|〜.*|-.*|–.*)?$/.exec(word) ?? [];
  return begun === undefined || day === undefined ? undefined : bounded(begunYear, begun, Number(day));
}

/** A heading of a week below the heading of its month: 第1週, 2週目, W3, Week 4. */
export function isBareWeek(text: string): boolean {
  return /^(?:第?[1-6１-６]週目?|[wW][1-6]|[wW]eek ?[1-6]|[1-6]w)$/.test(foldWidth(text).replace(/\s+/g, ''));
}

/** The headings of a row of weeks, by column; empty where it is none: names of weeks, or at least four days that are weeks apart. */
export function weeksOf(row: readonly string[]): ReadonlyMap<number, MonthHeading> {
  const found = row.flatMap((text, column) => {
    const week = weekHeading(text.trim());
    return week ? [{ column, week }] : [];
  });
  const named = found.filter(({ week }) => week.day === undefined);
  const taken = named.length >= 3 ? named : areWeeksApart(found.map(({ week }) => week)) ? found : [];
  return new Map(
    taken.map(({ column, week: { year, month } }) => [column, { year, month, kind: undefined, weak: false, isWeek: true }]),
  );
}

function areWeeksApart(weeks: readonly WeekHeading[]): boolean {
  if (weeks.length < 4) return false;
  return weeks.every((week, i) => {
    const before = weeks[i - 1];
    if (!before) return true;
    const [from, to] = [dateOf(before, before.year ?? 2026), dateOf(week, week.year ?? 2026)];
    const next = to && from && to < from ? dateOf(week, (week.year ?? 2026) + 1) : to;
    const days = from && next ? daysBetween(from, next) : 0;
    // Targets beside actuals of one week say the same day twice; where no year is said, February may have a day more.
    return days === 0 || days === 7 || days === 8;
  });
}

function dateOf({ month, day }: WeekHeading, year: number) {
  return dayOf({ year, month, day: day ?? 1 });
}

function bounded(year: string | undefined, month: string, day: number | undefined): WeekHeading | undefined {
  const number = Number(month);
  if (number < 1 || number > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  return { year: year === undefined ? undefined : Number(year), month: number, day };
}
