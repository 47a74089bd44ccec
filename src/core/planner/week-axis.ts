import { businessDaysIn } from '../calendar/business-day.ts';
import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { type DayRange, lengthOf } from '../calendar/day-range.ts';
import { type Duration, daysOf } from '../calendar/duration.ts';
import { periodAt, periodIndexOf, periodOf } from '../calendar/period.ts';
import { type PeriodPart, periodsBetween } from '../calendar/periods-between.ts';

/** What the days of a week count: business days alone, or every day alike. */
export type DayWeight = 'business-days' | 'calendar-days';

/** A week of a plan, or a part of one where the plan begins, ends, or a week before or behind it does. */
export interface Week extends DayRange {
  /** The first day of the whole week: its column in a sheet. */
  readonly key: Day;
  /** Days that count. */
  readonly weight: number;
  /** What of it lies in which month, counted from the plan's first. */
  readonly pieces: readonly { readonly month: number; readonly weight: number }[];
}

/**
 * A plan's time in weeks, with what lies before and behind it, measured in days that count. [PLA-11]
 *
 * Weeks begin as the calendar says. One that crosses the end of a month has a piece in each. Delays run over days that count as well:
 * what is created in a week is created evenly over its days, and arrives as many such days later as the delay usually has, so that a
 * week of holidays passes on to the next what it cannot take.
 */
export class WeekAxis {
  /** Weeks of the plan. */
  readonly steps: number;
  /** Of the plan and behind it. */
  readonly weeks: readonly Week[];
  private readonly before: readonly Week[];
  private readonly starts: readonly number[];
  private readonly calendar: CalendarSettings;
  private readonly by: DayWeight;
  private readonly months: readonly PeriodPart[];
  private readonly perDay: number;

  constructor(
    months: readonly PeriodPart[],
    calendar: CalendarSettings,
    by: DayWeight,
    reach: { readonly before: number; readonly behind: number },
  ) {
    [this.calendar, this.by, this.months] = [calendar, by, months];
    const [from, to] = [months[0]?.from, months.at(-1)?.to];
    if (from === undefined || to === undefined) throw new Error('a plan has at least one month');
    const own = periodsBetween(from, to, 'week', calendar);
    const behind = reach.behind > 0 ? periodsBetween(addDays(to, 1), addDays(to, 7 * reach.behind), 'week', calendar) : [];
    const before = reach.before > 0 ? periodsBetween(addDays(from, -7 * reach.before), addDays(from, -1), 'week', calendar) : [];
    this.steps = own.length;
    this.weeks = [...own, ...behind].map(part => this.weekOf(part));
    this.before = before.map(part => this.weekOf(part));
    const all = [...this.before, ...this.weeks];
    let sum = 0;
    this.starts = all.map(({ weight }) => {
      sum += weight;
      return sum - weight;
    });
    const year = periodOf(from, 'week', calendar).from;
    this.perDay = this.weightOf({ from: year, to: addDays(year, 363) }) / 364;
  }

  /** Weeks before the plan, as negative steps. */
  get first(): number {
    return -this.before.length;
  }

  at(step: number): Week | undefined {
    return step < 0 ? this.before[step + this.before.length] : this.weeks[step];
  }

  /** Days that count in a month of the plan, or in a whole one behind or before it. */
  monthWeight(month: number): number {
    const part = this.months[month];
    if (part) return this.weightOf(part);
    const first = this.months[0];
    return first ? this.weightOf(periodAt(periodIndexOf(first.from, 'month', this.calendar) + month, 'month', this.calendar)) : 0;
  }

  /** Days that count in a usual month, and in a usual week. */
  get usualMonth(): number {
    return (this.perDay * 365) / 12;
  }

  get usualWeek(): number {
    return this.perDay * 7;
  }

  /** A length of time in days that count. */
  shiftOf(takes: Duration): number {
    return takes.in === 'business-days' && this.by === 'business-days' ? takes.amount : daysOf(takes) * this.perDay;
  }

  /** Days that count which a week shares with another one moved on by so many of them. */
  overlap(from: number, to: number, shift: number): number {
    const [sent, met] = [this.at(from), this.at(to)];
    if (!sent || !met) return 0;
    const begin = this.start(from) + shift;
    return Math.max(0, Math.min(begin + sent.weight, this.start(to) + met.weight) - Math.max(begin, this.start(to)));
  }

  /** The steps whose days, moved on, may meet a week: from the latest back to the earliest. */
  sending(to: number, shift: number): readonly number[] {
    const steps: number[] = [];
    for (let from = to; from >= this.first; from--) {
      const begin = this.start(from) + shift;
      if (begin + (this.at(from)?.weight ?? 0) <= this.start(to)) break;
      if (begin < this.start(to) + (this.at(to)?.weight ?? 0)) steps.push(from);
    }
    return steps;
  }

  private start(step: number): number {
    return this.starts[step + this.before.length] ?? 0;
  }

  private weekOf({ period, from, to }: PeriodPart): Week {
    const origin = this.months[0] ? periodIndexOf(this.months[0].from, 'month', this.calendar) : 0;
    const pieces = periodsBetween(from, to, 'month', this.calendar).map(part => ({
      month: periodIndexOf(part.from, 'month', this.calendar) - origin,
      weight: this.weightOf(part),
    }));
    return { key: period.from, from, to, weight: pieces.reduce((sum, { weight }) => sum + weight, 0), pieces };
  }

  private weightOf(range: DayRange): number {
    return this.by === 'business-days' ? businessDaysIn(range, this.calendar) : lengthOf(range);
  }
}
