import { type Comparison, previousPeriodToDate, sameDatesLastYear, sameWeekdaysLastYear } from '../calendar/comparison.ts';
import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { periodOf, shiftPeriod } from '../calendar/period.ts';
import type { Plan } from '../plan/plan.ts';

/** The stretches of time that progress on a day needs values for. [PRG-01] */
export interface Frames {
  /** Last day that counts. */
  readonly to: Day;
  /** The business month the day lies in, up to the day. */
  readonly month: Frame;
  /** The plan from its start up to the day. */
  readonly plan: Frame;
  /** Twelve months before the current one and every month of the plan up to it, oldest first; the current one only to the day. */
  readonly trend: readonly TrendFrame[];
}

export interface Frame {
  readonly range: DayRange;
  /** The whole period the range is a part of. */
  readonly whole: DayRange;
  readonly previous: Comparison;
  readonly lastYear: Comparison;
}

export interface TrendFrame {
  readonly range: DayRange;
  readonly whole: DayRange;
  readonly lastYear: DayRange;
  /** The month lies in the plan's period. */
  readonly planned: boolean;
}

/** How last year is laid beside this year: equal dates, or 364 days back so that weekdays meet. */
export type LastYear = 'dates' | 'weekdays';

/** The frames of a plan on a day inside or after its period; before it starts, undefined. */
export function framesOf(plan: Pick<Plan, 'period' | 'calendar'>, day: Day, align: LastYear): Frames | undefined {
  const { period, calendar } = plan;
  if (day < period.from) return undefined;
  const to = day > period.to ? period.to : day;
  const month = periodOf(to, 'month', calendar);
  const monthRange = { from: month.from < period.from ? period.from : month.from, to };
  const planRange = { from: period.from, to };
  const lastYear = (range: DayRange): Comparison =>
    align === 'weekdays' ? sameWeekdaysLastYear(range, calendar) : sameDatesLastYear(range, calendar);
  return {
    to,
    month: {
      range: monthRange,
      whole: month,
      previous: previousPeriodToDate(monthRange, 'month', calendar),
      lastYear: lastYear(monthRange),
    },
    plan: {
      range: planRange,
      whole: period,
      previous: previousPeriodToDate(monthRange, 'month', calendar),
      lastYear: lastYear(planRange),
    },
    trend: trendFrames(plan, to),
  };
}

function trendFrames({ period, calendar }: Pick<Plan, 'period' | 'calendar'>, to: Day): readonly TrendFrame[] {
  const current = periodOf(to, 'month', calendar);
  const first = periodOf(period.from, 'month', calendar);
  const frames: TrendFrame[] = [];
  let month = current;
  for (let back = 0; back < 12 || month.to >= first.from; back++) {
    const range = { from: month.from, to: month.to < to ? month.to : to };
    frames.unshift({
      range,
      whole: month,
      lastYear: shiftPeriod(month, -12, calendar),
      planned: month.to >= period.from && month.from <= period.to,
    });
    month = shiftPeriod(month, -1, calendar);
  }
  return frames;
}

/** Every range of days the frames mention, each once: what has to be asked of the data. */
export function rangesIn(frames: Frames): readonly DayRange[] {
  const all = [
    frames.month.range,
    frames.month.previous.other,
    frames.month.lastYear.other,
    frames.plan.range,
    frames.plan.lastYear.other,
    ...frames.trend.flatMap(frame => [frame.range, frame.lastYear]),
  ];
  return [...new Map(all.map(range => [rangeKey(range), range])).values()];
}

export function rangeKey(range: DayRange): string {
  return `${range.from}/${range.to}`;
}
