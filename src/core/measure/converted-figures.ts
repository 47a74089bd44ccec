import { addDays, type Day } from '../calendar/day.ts';
import { type DayRange, intersection } from '../calendar/day-range.ts';
import { decimalFrom, scaledOf, trimmed } from '../number/decimal.ts';
import type { Currency } from '../unit/unit.ts';
import type { MeasuredValue } from './measured-value.ts';
import type { Decimal } from './observation.ts';
import type { NamedFigure, PartIndex } from './part-index.ts';
import type { RowNeed } from './row-need.ts';

/** On a day without a rate the last one before it counts, but none older than so many days. [CUR-02] */
const OLDEST_RATE_DAYS = 10;

/** The days whose rates the amounts of a period may need. */
export function ratesFor({ from, to }: DayRange): DayRange {
  return { from: addDays(from, -OLDEST_RATE_DAYS), to };
}

export function daysOf({ from, to }: DayRange): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * The amounts of a period and slice in one currency: Σ over days and currencies of amount × rate of the day, exactly. [CUR-01 … CUR-03]
 * Amounts in the currency wanted count as they are. A day without one rate makes the whole undefined (`rate-missing`), never 1.
 * Rows of several days have no one rate (`too-coarse`).
 */
export function convertedFigures(
  need: RowNeed,
  {
    period,
    slice,
    amounts,
    rates,
  }: { readonly period: DayRange; readonly slice: readonly string[]; readonly amounts: PartIndex; readonly rates: PartIndex },
): { readonly figures: readonly NamedFigure[] } | Extract<MeasuredValue, { kind: 'undefined' }> {
  const { conversion } = need;
  if (!conversion) throw new Error('amounts that are not to be converted');
  if (amounts.coarse(slice).some(rows => intersection(rows, period))) return UNDEFINED['too-coarse'];
  let [rows, valued] = [0, 0];
  let total = { units: 0n, scale: 0 };
  for (const day of daysOf(period)) {
    for (const { figure, currency: named } of amounts.figures({ from: day, to: day }, slice)) {
      if (figure.kind !== 'sum') return UNDEFINED['not-additive'];
      rows += figure.rows;
      if (figure.valued === 0) continue;
      valued += figure.valued;
      const currency = need.currencyColumn === undefined ? conversion.from : named;
      const rate = currency === conversion.to ? '1' : rateOn(day, currency, rates);
      if (rate === undefined) return { kind: 'undefined', why: 'rate-missing', rate: { day, currency } };
      total = sumOf(total, product(figure.sum, rate));
    }
  }
  if (rows === 0) return { figures: [] };
  return { figures: [{ figure: { kind: 'sum', rows, valued, sum: trimmed(decimalFrom(total)) }, currency: conversion.to }] };
}

/** The rate of a day or the last one before it; undefined when there is none near, or the day has several. */
function rateOn(day: Day, currency: Currency, rates: PartIndex): Decimal | undefined {
  for (let back = 0; back <= OLDEST_RATE_DAYS; back++) {
    const on = addDays(day, -back);
    const found = rates.figures({ from: on, to: on }, []).find(each => each.currency === currency)?.figure;
    if (found?.kind === 'single' && found.exact > 0) return found.exact === 1 && isPositive(found.sum) ? found.sum : undefined;
  }
  return undefined;
}

function isPositive(value: Decimal): boolean {
  return scaledOf(value).units > 0n;
}

type Scaled = ReturnType<typeof scaledOf>;

function product(a: Decimal, b: Decimal): Scaled {
  const [left, right] = [scaledOf(a), scaledOf(b)];
  return { units: left.units * right.units, scale: left.scale + right.scale };
}

function sumOf(a: Scaled, b: Scaled): Scaled {
  const scale = Math.max(a.scale, b.scale);
  const at = (value: Scaled) => value.units * 10n ** BigInt(scale - value.scale);
  return { units: at(a) + at(b), scale };
}

const UNDEFINED = {
  'too-coarse': { kind: 'undefined', why: 'too-coarse' },
  'not-additive': { kind: 'undefined', why: 'not-additive' },
} as const satisfies Record<string, MeasuredValue>;
