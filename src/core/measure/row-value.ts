import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { intersection } from '../calendar/day-range.ts';
import type { DefinitionVersion } from '../metric/definitions.ts';
import type { RowMeasurement } from '../metric/measurement.ts';
import { divide, type Rational, rational, rationalOf } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Coverage } from './covered-days.ts';
import { durationOf } from './durations.ts';
import { type MeasuredValue, NO_DATA, undefinedBecause } from './measured-value.ts';
import type { ProvisionalReason, UndefinedReason } from './observation.ts';
import type { CoarseRows, Figure } from './parts.ts';
import type { RowNeed } from './row-need.ts';

/** What the warehouse said about one period and slice. */
export interface RowFacts {
  readonly version: DefinitionVersion;
  readonly measurement: RowMeasurement;
  readonly need: RowNeed;
  readonly period: DayRange;
  /** One per currency where the rows name their currency; else at most one. */
  readonly figures: readonly { readonly figure: Figure; readonly currency: string }[];
  /** Rows of the slice that are for longer periods. */
  readonly coarse: readonly CoarseRows[];
  readonly coverage: Coverage;
  readonly today: Day;
  readonly calendar: CalendarSettings;
}

/**
 * The value of a measurement over rows. [OBS-01 … OBS-03, OBS-07 … OBS-09]
 *
 * No rows: nothing happened, where events were recorded on those days; no data in an aggregate dataset, or on days that
 * nothing was recorded for. Rows without the value wanted are no data. Amounts in several currencies are no one number.
 */
export function rowValue(facts: RowFacts): MeasuredValue {
  const { need, period, figures, coarse, coverage } = facts;
  const cannotBook = coarse.some(rows => intersection(rows, period) && !(period.from <= rows.from && rows.to <= period.to));
  const named = figures.filter(({ figure }) => hasValue(figure));
  const currencies = new Set(named.map(({ currency }) => currency));
  if (need.currencyColumn !== undefined && currencies.size > 1) return undefinedBecause('mixed-units');
  const [first] = named.length > 0 ? named : figures;
  if (!first) {
    if (need.dataset.kind === 'aggregate') return cannotBook ? undefinedBecause('too-coarse') : NO_DATA;
    if (coverage.kind === 'none') return NO_DATA;
  }
  const amount = amountOf(facts, first?.figure);
  if (amount.kind !== 'amount') return amount;
  const through = amount.day ?? (coverage.kind === 'none' ? undefined : coverage.through);
  const provisional = cannotBook ? 'partly-too-coarse' : provisionalReason(facts, amount.day);
  const currency = currencyOf(facts, first?.currency);
  return {
    kind: 'known',
    exact: amount.exact,
    ...(provisional ? { provisional } : {}),
    ...(through ? { through } : {}),
    ...(currency ? { currency } : {}),
  };
}

type Amount =
  | { readonly kind: 'amount'; readonly exact: Rational; readonly day?: Day }
  | Extract<MeasuredValue, { kind: 'no-data' | 'undefined' }>;

function amountOf({ measurement, need, calendar }: RowFacts, figure: Figure | undefined): Amount {
  const zero: Amount = { kind: 'amount', exact: rational(0) };
  switch (figure?.kind) {
    case undefined:
      return measurement.kind === 'mean' || measurement.kind === 'between' ? missing('division-by-zero') : zero;
    case 'rows':
      return { kind: 'amount', exact: rational(figure.rows) };
    case 'distinct':
      return { kind: 'amount', exact: rational(figure.distinct) };
    case 'sum': {
      if (figure.valued === 0) return { kind: 'no-data' };
      const sum = quotient(figure.sum, need.divisor);
      if (measurement.kind !== 'mean') return { kind: 'amount', exact: sum };
      const mean = divide(sum, rational(figure.valued));
      return mean ? { kind: 'amount', exact: mean } : missing('division-by-zero');
    }
    case 'single':
      if (figure.exact === 1) return { kind: 'amount', exact: quotient(figure.sum, need.divisor) };
      return missing('not-additive');
    case 'last':
      return { kind: 'amount', exact: rationalOf(figure.sum), day: figure.day };
    case 'spans':
      throw new Error('amounts that were not divided');
    case 'between': {
      if (measurement.kind !== 'between') throw new Error('pairs for a measurement without pairs');
      const exact = durationOf(figure.pairs, measurement.in, measurement.take, calendar);
      return exact ? { kind: 'amount', exact } : missing('division-by-zero');
    }
    default:
      return unreachable(figure);
  }
}

/** A stock is whole once its newest day is the period's last; everything else once all days have arrived. */
function provisionalReason({ period, coverage, today }: RowFacts, newest: Day | undefined): ProvisionalReason | undefined {
  if (newest === undefined) return coverage.kind === 'part' ? coverage.why : undefined;
  if (period.to >= today) return 'period-running';
  return newest < period.to ? 'days-missing' : undefined;
}

function currencyOf({ version, need }: RowFacts, named: string | undefined) {
  const { unit } = version.metric;
  if (unit.kind !== 'money') return undefined;
  if (need.currencyColumn !== undefined && named && !need.conversion) return { code: named, isPerRow: true };
  return { code: unit.currency, isPerRow: false };
}

function hasValue(figure: Figure): boolean {
  switch (figure.kind) {
    case 'rows':
    case 'distinct':
      return figure.rows > 0;
    case 'sum':
      return figure.valued > 0;
    case 'single':
      return figure.rows > 0;
    case 'last':
    case 'spans':
    case 'between':
      return true;
    default:
      return unreachable(figure);
  }
}

function quotient(sum: string, divisor: string): Rational {
  return divide(rationalOf(sum), rational(BigInt(divisor))) ?? rational(0);
}

function missing(why: UndefinedReason): Amount {
  return { kind: 'undefined', why };
}
