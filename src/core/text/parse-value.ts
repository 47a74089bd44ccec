import { parseDuration } from '../calendar/duration.ts';
import type { Decimal } from '../measure/observation.ts';
import { compareDecimals, decimalOf, shiftPoint, trimmed } from '../number/decimal.ts';
import { divide, exactDecimal, multiply, rational, rationalOf } from '../number/rational.ts';
import { failed, ok, problemsOf, type Result } from '../problem/problem.ts';
import type { DurationUnit, Unit } from '../unit/unit.ts';
import { foldWidth } from './fold-width.ts';
import { type Bound, type NumberReading, parseNumber } from './parse-number.ts';
import { textMessages } from './text-messages.ts';

/** A value typed for a metric, in the metric's unit. */
export interface TypedValue {
  readonly value: Decimal;
  /** 80%以上, <1: the value is only a limit. */
  readonly bound?: Bound;
}

const problem = problemsOf(textMessages);

/**
 * Reads a value typed for a metric by the metric's unit. [CNV-01]
 *
 * In    the text and the unit
 * Out   the exact value: rates as fractions (3% is 0.03), money in its currency, durations in the metric's unit, 3:1 as 3
 * Error a value of another unit or currency, off its scale, or with unclear separators; a rate typed without % is read
 *       (3 as 3%, 0.03 as 3%) and the reading is said in a warning, for the user to confirm
 */
export function parseValue(text: string, unit: Unit): Result<TypedValue> {
  const typed = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  if (unit.kind === 'duration') return durationValue(text, typed, unit.in);
  const reading = parseNumber(text);
  switch (reading.kind) {
    case 'missing':
      return failed([problem('value-missing', {})]);
    case 'not-a-number':
      return failed([problem('value-not-a-number', { text: typed, example: EXAMPLES[unit.kind] })]);
    case 'ambiguous':
      return failed([
        problem('value-separators-ambiguous', { text: typed, readings: reading.readings.map(({ value }) => value) }),
      ]);
    case 'number':
    case 'bounded':
      return ofUnit(reading, typed, unit);
  }
}

type NumberFound = Extract<NumberReading, { kind: 'number' | 'bounded' }>;

const EXAMPLES: Readonly<Record<Unit['kind'], string>> = {
  count: '1,234',
  ratio: '3.0%',
  money: '300,000,000',
  duration: '90',
  score: '4.5',
  rank: '3',
  multiple: '3:1',
};

function ofUnit(reading: NumberFound, text: string, unit: Exclude<Unit, { kind: 'duration' }>): Result<TypedValue> {
  const { value, seen } = reading;
  const found: TypedValue = { value, ...(reading.kind === 'bounded' ? { bound: reading.bound } : {}) };
  const otherUnit = () => failed([problem('value-of-other-unit', { text, example: EXAMPLES[unit.kind] })]);
  if (unit.kind !== 'ratio' && seen.percent) return otherUnit();
  if (unit.kind !== 'money' && seen.currency !== undefined) return otherUnit();
  if (unit.kind !== 'multiple' && unit.kind !== 'ratio' && seen.multiple) return otherUnit();
  switch (unit.kind) {
    case 'count':
    case 'multiple':
      return ok(found);
    case 'money':
      if (seen.currency === undefined || seen.currency === unit.currency) return ok(found);
      return failed([problem('value-of-other-currency', { text, currency: unit.currency })]);
    case 'score':
      if (compareDecimals(value, decimalOf(unit.min)) >= 0 && compareDecimals(value, decimalOf(unit.max)) <= 0) return ok(found);
      return failed([problem('value-outside-scale', { text, min: unit.min, max: unit.max })]);
    case 'rank':
      return compareDecimals(value, '1') >= 0 ? ok(found) : failed([problem('value-not-a-rank', { text })]);
    case 'ratio':
      return rate(found, seen.percent === true || seen.multiple === true, text);
  }
}

/** A rate without its sign: up to 1 it is taken for a fraction, above for per cent; the user sees which. */
function rate(found: TypedValue, isSure: boolean, text: string): Result<TypedValue> {
  if (isSure || compareDecimals(found.value, '0') === 0) return ok(found);
  const isFraction = compareDecimals(found.value, '1') <= 0 && compareDecimals(found.value, '-1') >= 0;
  const value = isFraction ? found.value : shiftPoint(found.value, -2);
  const read = `${trimmed(shiftPoint(value, 2)).replace('-', '−')}%`;
  return ok({ ...found, value }, [problem('value-read-as-percent', { text, read })]);
}

/** Seconds in the units that have a fixed length; months, years and business days have none. */
const SECONDS: Partial<Readonly<Record<DurationUnit, number>>> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
  weeks: 604_800,
};

function durationValue(text: string, typed: string, unit: DurationUnit): Result<TypedValue> {
  const { rest, bound } = splitBound(text);
  const limit = bound === undefined ? {} : { bound };
  const duration = parseDuration(rest);
  if (!duration) {
    const bare = parseNumber(text);
    if (bare.kind === 'missing') return failed([problem('value-missing', {})]);
    const isBare = (bare.kind === 'number' || bare.kind === 'bounded') && Object.keys(bare.seen).length === 0;
    if (!isBare) return failed([problem('value-not-a-number', { text: typed, example: EXAMPLES.duration })]);
    return ok({ value: bare.value, ...(bare.kind === 'bounded' ? { bound: bare.bound } : {}) });
  }
  if (duration.in === unit) return ok({ value: decimalOf(duration.amount), ...limit });
  const [from, to] = [SECONDS[duration.in], SECONDS[unit]];
  if (duration.in === 'years' && unit === 'months') return ok({ value: converted(duration.amount, 12, 1), ...limit });
  if (from === undefined || to === undefined)
    return failed([problem('value-of-other-unit', { text: typed, example: EXAMPLES.duration })]);
  return ok({ value: converted(duration.amount, from, to), ...limit });
}

/** Amount × from ÷ to, exactly where decimals end, else the nearest double. */
function converted(amount: number, from: number, to: number): Decimal {
  const exact = divide(multiply(rationalOf(amount), rational(from)), rational(to));
  return (exact && exactDecimal(exact)) ?? decimalOf((amount * from) / to);
}

function splitBound(text: string): { readonly rest: string; readonly bound?: Bound } {
  const folded = foldWidth(text).trim();
  const [, length = folded, word] = /^(.+?)(以内|以下|未満|以上)$/.exec(folded) ?? [];
  if (word === undefined) return { rest: folded };
  return { rest: length, bound: word === '以上' ? 'at-least' : word === '未満' ? 'below' : 'at-most' };
}
