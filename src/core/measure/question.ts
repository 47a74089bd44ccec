import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import type { Grain } from '../calendar/period.ts';
import type { Catalogue } from '../metric/catalogue.ts';
import type { Definitions } from '../metric/definitions.ts';
import type { Condition, MetricId } from '../metric/measurement.ts';
import type { ColumnId } from './dataset.ts';
import type { LiveSegment } from './live-segments.ts';
import type { Cell } from './observation.ts';
import type { PeriodClose } from './period-close.ts';

/** What is asked: metrics over periods, in total and cut by columns. */
export interface Question {
  readonly metrics: readonly MetricId[];
  readonly periods: readonly AskedPeriod[];
  /** Columns to cut by; none asks for totals only. A column must be in every dataset the metrics rest on. */
  readonly by: readonly ColumnId[];
  readonly where: readonly Condition[];
  /** `as-effective` (when not said): each period by the definition of its time. `newest`: all by today's. [MEA-05] */
  readonly definitions?: 'as-effective' | 'newest';
}

/** Any days; with its grain when it is, or is part of, a period of the calendar, so that the one before it is known. */
export interface AskedPeriod extends DayRange {
  readonly grain?: Grain;
}

/** What an answer depends on beside the rows. */
export interface Knowledge {
  readonly definitions: Definitions;
  readonly catalogue: Catalogue;
  /** Of all datasets, as known when the answer is meant to be known; cut at a day to leave out what happened later. */
  readonly live: ReadonlyMap<string, readonly LiveSegment[]>;
  /** The same without the cut, where there is one: of a month's costs that are divided over its days, those until then count. [ALC-03] */
  readonly uncut?: ReadonlyMap<string, readonly LiveSegment[]>;
  readonly closes: readonly PeriodClose[];
  readonly calendar: CalendarSettings;
  /** First day that is not over. */
  readonly today: Day;
}

export interface Answer {
  readonly metric: MetricId;
  /** One per period, without a slice; counted anew, never added up from the cut. */
  readonly totals: readonly Cell[];
  /** Period by period, slices in the order of their text; empty when no cut was asked. */
  readonly cells: readonly Cell[];
}
