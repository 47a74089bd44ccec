/**
 * What a number is a number of. A unit is a type: formulas are checked by unit and by what is counted. [UNI-01]
 *
 * `of`, `over` and `per` name counted things ("lead", "visitor", "order"); a missing name means "not said",
 * and is compatible with everything.
 */
export type Unit =
  /** How many of something; `per` makes it an average (items per order). */
  | { readonly kind: 'count'; readonly of?: Thing; readonly per?: Thing }
  /** A share or rate, stored as a fraction: 3 % is 0.03. */
  | { readonly kind: 'ratio'; readonly of?: Thing; readonly over?: Thing }
  /** Money; `per` makes it a unit price or unit cost (yen per order). */
  | { readonly kind: 'money'; readonly currency: Currency; readonly per?: Thing }
  /** Elapsed time between two events, calendar or business. */
  | { readonly kind: 'duration'; readonly in: DurationUnit }
  /** A rating with its scale, ends included. */
  | { readonly kind: 'score'; readonly min: number; readonly max: number }
  /** A position; 1 is the best. */
  | { readonly kind: 'rank' }
  /** How many times one amount is another: LTV:CAC 3:1 is 3. */
  | { readonly kind: 'multiple' };

/** Id of a counted thing, singular: "lead", "new-customer". */
export type Thing = string;

/** ISO 4217 code, upper case. */
export type Currency = string;

export type DurationUnit = 'seconds' | 'minutes' | 'hours' | 'days' | 'business-days' | 'weeks' | 'months' | 'years';

/**
 * How values of a metric over several days make the value of a longer period. [CNV-07]
 *
 * `sum` adds · `last` takes the newest (stocks) · `ratio` is Σ numerator ÷ Σ denominator · `mean` is Σ total ÷ Σ count ·
 * `distinct` is counted anew, never added · `distribution` has no single total.
 */
export type Aggregation = 'sum' | 'last' | 'ratio' | 'mean' | 'distinct' | 'distribution';

/** Which way is better. `range`: inside the target range is good, both ways out are bad. */
export type Direction = 'up' | 'down' | 'range';

/** What an amount of money includes; `undefined` means "not said" and fits either. */
export interface MoneyBasis {
  readonly tax?: 'excluded' | 'included';
  readonly recognition?: 'ordered' | 'shipped' | 'accepted' | 'paid';
  /** What has been taken off already. */
  readonly deductions?: readonly Deduction[];
}

export type Deduction = 'returns' | 'coupons' | 'points' | 'shipping' | 'fees';

/** Minor-unit digits of currencies that do not have two (ISO 4217). */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  BHD: 3,
  JOD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
};

/** Digits after the decimal point in which amounts of a currency are paid: JPY 0, USD 2, KWD 3. */
export function minorDigits(currency: Currency): number {
  return MINOR_DIGITS[currency] ?? 2;
}
