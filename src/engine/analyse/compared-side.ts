import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { previousRange, sameDatesLastYear } from '#core/calendar/comparison.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import { type DayRange, lengthOf } from '#core/calendar/day-range.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { formatPeriod, formatPeriodPart } from '#core/calendar/format-period.ts';
import { parsePeriod } from '#core/calendar/parse-period.ts';
import { GRAINS, periodOf, shiftPeriod } from '#core/calendar/period.ts';
import { type PeriodPart, periodsBetween } from '#core/calendar/periods-between.ts';
import type { Lang, Text } from '#core/text/text.ts';

/** What one side of a comparison was asked to be. */
export type SideAsked =
  | { readonly kind: 'actual' | 'forecast' }
  | { readonly kind: 'plan'; readonly version?: string }
  | { readonly kind: 'previous' | 'last-year' }
  | { readonly kind: 'period'; readonly range: DayRange };

/** The days of a side: months laid beside those of the other side, or any days as one. */
export interface Stretch {
  readonly slots: readonly DayRange[];
  readonly whole: DayRange;
  /** Slots are business months, so that the months before them are known. */
  readonly isMonthly: boolean;
}

/** Reads `actual`, `forecast`, `plan`, `plan:期初計画`, `previous`, `last-year` or a period such as `2026-04`; undefined when it is none. */
export function parseSide(text: string, calendar: CalendarSettings, today: Day): SideAsked | undefined {
  const typed = text.trim();
  if (typed === 'actual' || typed === 'forecast' || typed === 'previous' || typed === 'last-year') return { kind: typed };
  if (typed === 'plan') return { kind: 'plan' };
  if (typed.startsWith('plan:')) return { kind: 'plan', version: typed.slice(5) };
  const days = /^(\d{4}-\d{2}-\d{2})(?:\/|\.\.)(\d{4}-\d{2}-\d{2})$/.exec(typed);
  const read = parsePeriod(days ? `${days[1]}〜${days[2]}` : typed, calendar, { today, basis: 'fiscal' });
  return read.ok ? { kind: 'period', range: { from: read.value.from, to: read.value.to } } : undefined;
}

/** A range as months where it begins with one; any other range is one slot. `last`: days after it are not over. */
export function stretchOf({ from, to }: DayRange, calendar: CalendarSettings, last?: Day): Stretch {
  const end = last !== undefined && last < to && last >= from ? last : to;
  const parts = periodsBetween(from, end, 'month', calendar);
  const [first] = parts;
  const isMonthly = first !== undefined && first.from === first.period.from;
  return { slots: isMonthly ? parts.map(rangeOf) : [{ from, to: end }], whole: { from, to: end }, isMonthly };
}

/** The stretch directly before, or the same one a year before; parts of months meet equally many days. */
export function shiftedStretch(stretch: Stretch, to: 'previous' | 'last-year', calendar: CalendarSettings): Stretch {
  if (!stretch.isMonthly) {
    const other = to === 'previous' ? previousRange(stretch.whole, calendar) : sameDatesLastYear(stretch.whole, calendar);
    return { slots: [other.other], whole: other.other, isMonthly: false };
  }
  const months = to === 'previous' ? -stretch.slots.length : -12;
  const slots = stretch.slots.map(slot => shiftedSlot(slot, months, calendar));
  return { slots, whole: spanOf(slots), isMonthly: true };
}

/** The month that lies so many places before a stretch's first one. */
export function monthBefore({ slots }: Stretch, place: number, calendar: CalendarSettings): DayRange | undefined {
  const [first] = slots;
  if (!first) return undefined;
  return rangeOf(shiftPeriod(periodOf(first.from, 'month', calendar), place, calendar));
}

/** A stretch's name: 2026年10月, 2026年11月（11月1日〜20日）, 2026年4月1日〜9月30日. */
export function stretchName({ whole }: Pick<Stretch, 'whole'>, calendar: CalendarSettings): Text {
  const named = GRAINS.map(grain => periodOf(whole.from, grain, calendar)).find(
    period => period.grain !== 'day' && period.from === whole.from && period.to === whole.to,
  );
  const month = periodsBetween(whole.from, whole.to, 'month', calendar);
  const [only] = month;
  const name = (lang: Lang): string => {
    if (named) return formatPeriod(named, lang, calendar);
    return month.length === 1 && only ? formatPeriodPart(only, lang, calendar) : formatDayRange(whole, lang);
  };
  return { ja: name('ja'), en: name('en') };
}

function shiftedSlot(slot: DayRange, months: number, calendar: CalendarSettings): DayRange {
  const period = periodOf(slot.from, 'month', calendar);
  const other = shiftPeriod(period, months, calendar);
  if (slot.from === period.from && slot.to === period.to) return rangeOf(other);
  const end = addDays(other.from, lengthOf(slot) - 1);
  return { from: other.from, to: end < other.to ? end : other.to };
}

function spanOf(slots: readonly DayRange[]): DayRange {
  const [first] = slots;
  const last = slots.at(-1);
  if (!first || !last) throw new Error('a stretch without days');
  return { from: first.from, to: last.to };
}

function rangeOf({ from, to }: DayRange | PeriodPart): DayRange {
  return { from, to };
}
