import type { Day } from '../calendar/day.ts';
import { trimmed } from '../number/decimal.ts';
import {
  add,
  divide,
  exactDecimal,
  multiply,
  type Rational,
  rational,
  roundRational,
  subtract,
  toNumber,
} from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Currency } from '../unit/unit.ts';
import type { Decimal, MissingRate, Observation, ProvisionalReason, UndefinedReason } from './observation.ts';

/** A value on its way to becoming an observation: exact, with everything it has to say about itself. */
export type MeasuredValue =
  | KnownValue
  | { readonly kind: 'no-data' }
  | { readonly kind: 'undefined'; readonly why: UndefinedReason; readonly rate?: MissingRate };

export interface KnownValue {
  readonly kind: 'known';
  readonly exact: Rational;
  readonly provisional?: ProvisionalReason;
  readonly through?: Day;
  /** Of an amount of money. `isPerRow`: the data say it, not the definition. */
  readonly currency?: { readonly code: Currency; readonly isPerRow: boolean };
  /** Part of the value that a rule gave it; see `combinedAllocated` for what becomes of it. */
  readonly allocated?: Rational;
}

export const NO_DATA: MeasuredValue = { kind: 'no-data' };

export function undefinedBecause(why: UndefinedReason): MeasuredValue {
  return { kind: 'undefined', why };
}

/** A number that is written in a formula. */
export function constantValue(exact: Rational, currency?: Currency): KnownValue {
  return { kind: 'known', exact, ...(currency === undefined ? {} : { currency: { code: currency, isPerRow: false } }) };
}

/**
 * The result of an operation on two values. [OBS-04]
 * A missing input makes the result missing, an undefined one undefined; provisional inputs make it provisional, with the
 * weightier reason; data reach as far as those of the input that reach less far.
 */
export function combined(
  a: MeasuredValue,
  b: MeasuredValue,
  operator: '+' | '-' | '*' | '/' | 'min' | 'max',
  compute: (a: Rational, b: Rational) => Rational | undefined,
): MeasuredValue {
  if (a.kind === 'no-data' || b.kind === 'no-data') return NO_DATA;
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  const currency = combinedCurrency(a, b, operator);
  if (currency === 'mixed') return undefinedBecause('mixed-units');
  const exact = compute(a.exact, b.exact);
  if (!exact) return undefinedBecause('division-by-zero');
  const provisional = weightier(a.provisional, b.provisional);
  const allocated = combinedAllocated(a, b, operator);
  const through = a.through && b.through ? (a.through < b.through ? a.through : b.through) : (a.through ?? b.through);
  return {
    kind: 'known',
    exact,
    ...(provisional ? { provisional } : {}),
    ...(through ? { through } : {}),
    ...(currency ? { currency } : {}),
    ...(allocated ? { allocated } : {}),
  };
}

/** The value with one more reason why it may change. */
export function provisionalToo(value: MeasuredValue, reason: ProvisionalReason | undefined): MeasuredValue {
  if (value.kind !== 'known' || reason === undefined) return value;
  return { ...value, provisional: weightier(value.provisional, reason) ?? reason };
}

/** The observation of a value. [OBS-01, OBS-05] */
export function toObservation(value: MeasuredValue): Observation {
  switch (value.kind) {
    case 'no-data':
      return { state: 'no-data' };
    case 'undefined':
      return { state: 'undefined', why: value.why };
    case 'known': {
      const number = toNumber(value.exact);
      if (!Number.isFinite(number)) return { state: 'undefined', why: 'overflow' };
      const exact = decimalOf(value.exact);
      if (value.provisional) return { state: 'provisional', value: number, exact, why: value.provisional };
      return exact === '0' ? { state: 'zero', value: 0, exact: '0' } : { state: 'value', value: number, exact };
    }
    default:
      return unreachable(value);
  }
}

const SIGNIFICANT = 18;
const LONGEST = 38;

/**
 * A fraction as decimal text: in full when it ends within 38 digits, else rounded once, half away from zero, to 18
 * significant digits. [OBS-05]
 */
export function decimalOf(value: Rational): Decimal {
  const exact = exactDecimal(value);
  if (exact !== undefined && digitCount(exact) <= LONGEST) return trimmed(exact);
  return trimmed(roundRational(value, SIGNIFICANT - 1 - exponentOf(value)));
}

/** Power of ten of the first digit: 0 for 3.2, −2 for 0.05. */
function exponentOf({ numerator, denominator }: Rational): number {
  const top = numerator < 0n ? -numerator : numerator;
  const exponent = String(top).length - String(denominator).length;
  const isBelow = exponent >= 0 ? top < denominator * 10n ** BigInt(exponent) : top * 10n ** BigInt(-exponent) < denominator;
  return isBelow ? exponent - 1 : exponent;
}

function digitCount(decimal: Decimal): number {
  return decimal.replace(/^-?(?:0\.0*)?/, '').replace('.', '').length;
}

/** From the weightiest. */
const REASONS: readonly ProvisionalReason[] = ['partly-too-coarse', 'days-missing', 'period-running', 'immature'];

function weightier(a: ProvisionalReason | undefined, b: ProvisionalReason | undefined): ProvisionalReason | undefined {
  return REASONS.find(reason => reason === a || reason === b);
}

/** How much of a result was allocated, where that is a part of it: of costs per order yes, of orders per yen no. [ALC-04] */
function combinedAllocated(a: KnownValue, b: KnownValue, operator: string): Rational | undefined {
  if (!a.allocated && !b.allocated) return undefined;
  const none = rational(0);
  switch (operator) {
    case '+':
      return add(a.allocated ?? none, b.allocated ?? none);
    case '-':
      return subtract(a.allocated ?? none, b.allocated ?? none);
    case '*':
      if (a.allocated && b.allocated) return undefined;
      return a.allocated ? multiply(a.allocated, b.exact) : multiply(a.exact, b.allocated ?? none);
    case '/':
      return a.allocated && !b.allocated ? divide(a.allocated, b.exact) : undefined;
    default:
      return undefined;
  }
}

/** Money of one currency adds up; divided by itself it is a plain number; a plain number scales it. */
function combinedCurrency(a: KnownValue, b: KnownValue, operator: string): KnownValue['currency'] | 'mixed' {
  if (!a.currency || !b.currency) return a.currency ?? b.currency;
  if (a.currency.code !== b.currency.code) return 'mixed';
  if (operator === '/') return undefined;
  return { code: a.currency.code, isPerRow: a.currency.isPerRow || b.currency.isPerRow };
}
