import type { Day } from '../calendar/day.ts';
import type { Currency } from '../unit/unit.ts';

/**
 * A value of a metric for a period and a slice, with its state. Division by zero is `undefined` with its reason;
 * nothing is ever NaN, Infinity or a silent 0. [MEA-08, OBS-01]
 */
export type Observation =
  | { readonly state: 'value'; readonly value: number; readonly exact: Decimal }
  | { readonly state: 'zero'; readonly value: 0; readonly exact: '0' }
  /** Known, but the period is not over, not all days have arrived, or cohorts are not mature. */
  | { readonly state: 'provisional'; readonly value: number; readonly exact: Decimal; readonly why: ProvisionalReason }
  | { readonly state: 'no-data' }
  | { readonly state: 'undefined'; readonly why: UndefinedReason };

/** A decimal number as text ("10000.00"): exact where a double is not. Never exponent notation. */
export type Decimal = string;

export type ProvisionalReason =
  | 'period-running'
  | 'days-missing'
  | 'immature'
  /** Some rows are for longer periods than the one asked for; they are left out. */
  | 'partly-too-coarse';

export type UndefinedReason =
  | 'division-by-zero'
  /** A distinct count, a mean or a distribution that has no total over these parts. */
  | 'not-additive'
  | 'overflow'
  /** Amounts in several currencies, or with and without tax, cannot be one number. */
  | 'mixed-units'
  /** An amount is to be converted, and its day has no rate, or several. */
  | 'rate-missing'
  /** The data exist only for longer periods than the one asked for. */
  | 'too-coarse'
  /** The metric's definition changes inside the period, or between the periods that are compared. */
  | 'definition-changed';

/** Closing state of a period: 未締め, 速報, 確定. [MEA-30, OBS-02] */
export type CloseState = 'open' | 'preliminary' | 'final';

/** A day on which amounts of a currency have no rate. An empty currency is that of rows that name none. */
export interface MissingRate {
  readonly day: Day;
  readonly currency: Currency;
}

/** An observation in its place: which period, which slice, closed or not, how far the data reach. */
export interface Cell {
  readonly from: Day;
  /** Inclusive last day of the period. */
  readonly to: Day;
  /** Value per dimension asked for with `by`; the empty string is the value "not set". */
  readonly slice: Readonly<Record<string, string>>;
  readonly observation: Observation;
  readonly close: CloseState;
  /** Last day inside the period for which data had arrived; absent with no data. */
  readonly through?: Day;
  /** First day of the definition in force, where the metric has been redefined; a chart breaks where it differs. [MEA-05] */
  readonly definedSince?: Day;
  /** Currency of the amounts, where the data say it row by row. */
  readonly currency?: Currency;
  /** Of an amount that cannot be converted: the first day without one rate, and the currency. [CUR-03] */
  readonly missingRate?: MissingRate;
  /** How much of the value was given to it by a rule and not by its rows. [ALC-04] */
  readonly allocated?: Decimal;
  /** Durations only: how many had begun and were not over at the end of the period. They are not in the value. */
  readonly stillOpen?: number;
}

/** The number of an observation, or undefined in the two states that have none. */
export function numberOf(observation: Observation): number | undefined {
  return observation.state === 'no-data' || observation.state === 'undefined' ? undefined : observation.value;
}
