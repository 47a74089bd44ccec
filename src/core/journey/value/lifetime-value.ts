import { product, quotient } from './exact.ts';

/** Purchases of one customer: money per purchase, purchases per period, periods of the relation (years, say). */
export interface BasicValue {
  readonly price: number;
  readonly frequency: number;
  readonly duration: number;
}

/** What may be known besides; a part that is not given changes nothing. */
export interface ValueDetail {
  /** Share of the price that is left after the cost of goods, 0 to 1; 1 when absent (value is revenue). */
  readonly margin?: number;
  /** Cost of keeping the customer, per period. */
  readonly retentionCost?: number;
  /** Rate per period at which later money counts less. */
  readonly discount?: number;
  readonly cac?: number;
}

export interface DetailedValue {
  readonly basic: number;
  /** Before the cost of acquisition. */
  readonly gross: number;
  /** After it; absent without a CAC. */
  readonly net?: number;
  /** What `gross` counts: all revenue, or the margin. */
  readonly counts: 'revenue' | 'margin';
}

/** Price × frequency × duration, in the unit of the price. [VAL-20] */
export function basicValue({ price, frequency, duration }: BasicValue): number {
  return product(price, frequency, duration);
}

/**
 * Value with margin, retention cost, discount and acquisition cost, the basic figure beside. [VAL-21]
 *
 * In    a duration of n whole periods and a rest is n periods and that share of one more
 * How   Σ (price × frequency × margin − retention cost) ÷ (1 + discount)^t over t = 1 … n; money of a period comes at its end
 */
export function detailedValue(basic: BasicValue, { margin, retentionCost = 0, discount = 0, cac }: ValueDetail): DetailedValue {
  const yearly = product(basic.price, basic.frequency, margin ?? 1) - retentionCost;
  const whole = Math.floor(basic.duration);
  let gross = 0;
  for (let t = 1; t <= whole; t++) gross += yearly / (1 + discount) ** t;
  gross += (yearly * (basic.duration - whole)) / (1 + discount) ** (whole + 1);
  return {
    basic: basicValue(basic),
    gross,
    ...(cac === undefined ? {} : { net: gross - cac }),
    counts: margin === undefined ? 'revenue' : 'margin',
  };
}

/** ARPU × margin ÷ churn, all per month; undefined without churn: nobody leaves, there is no end to the value. [VAL-22] */
export function subscriptionValue({
  arpu,
  margin,
  churn,
}: {
  readonly arpu: number;
  readonly margin: number;
  readonly churn: number;
}): number | undefined {
  return quotient([arpu, margin], [churn]);
}

/** The ARPU at which a subscription is worth `value`; undefined with a margin of 0. [VAL-22] */
export function arpuFor({
  value,
  margin,
  churn,
}: {
  readonly value: number;
  readonly margin: number;
  readonly churn: number;
}): number | undefined {
  return quotient([value, churn], [margin]);
}
