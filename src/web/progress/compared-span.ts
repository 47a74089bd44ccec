import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { COMPARED_WITH, type ComparedWith, ROLLING, rollingRange } from '#core/calendar/compare-with.ts';
import { type Day, parseDay } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { type Grain, periodOf } from '#core/calendar/period.ts';

/** The days that are held against others: periods of the business calendar to date, or the last days and months. */
export const SPANS = ['day', 'week', 'month', 'quarter', 'half', 'year', ...ROLLING] as const;
export type Span = (typeof SPANS)[number];

/** What days are held against; `chosen` with its days once they are said. */
export interface Against {
  readonly way: ComparedWith;
  readonly chosen?: DayRange;
}

export function spanIn(text: string | undefined): Span {
  return SPANS.find(span => span === text) ?? 'month';
}

/** The address says a way by its name, and days that were chosen as `2026-04-01..2026-04-30`. */
export function againstIn(text: string | undefined): Against {
  const way = COMPARED_WITH.find(each => each === text);
  if (way) return { way };
  const [from, to] = (text ?? '').split('..').map(parseDay);
  return from && to && from <= to ? { way: 'chosen', chosen: { from, to } } : { way: 'previous-period' };
}

export function againstText({ way, chosen }: Against): string {
  return chosen ? `${chosen.from}..${chosen.to}` : way;
}

/** The days of a span as far as a day; `grain` where it is a period of the calendar. */
export function daysOfSpan(span: Span, to: Day, calendar: CalendarSettings): DayRange & { readonly grain?: Grain } {
  const rolling = ROLLING.find(each => each === span);
  if (rolling) return rollingRange(rolling, to);
  const grain = (['day', 'week', 'month', 'quarter', 'half', 'year'] as const).find(each => each === span) ?? 'month';
  return { from: periodOf(to, grain, calendar).from, to, grain };
}
