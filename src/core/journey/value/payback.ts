import { at } from '../../stats/at.ts';
import { quotient } from './exact.ts';

/** Months until the margin of one customer has paid for winning them; undefined when there is no margin. [VAL-25] */
export function paybackMonths({
  cac,
  arpu,
  margin,
}: {
  readonly cac: number;
  readonly arpu: number;
  readonly margin: number;
}): number | undefined {
  return arpu * margin > 0 ? quotient([cac], [arpu, margin]) : undefined;
}

/** What one customer has brought by the end of each month, and when that is as much as they cost. */
export interface PaybackCurve {
  /** Margin per acquired customer up to and including month 1, 2, …, less nothing. */
  readonly cumulative: readonly number[];
  /** Months (with a fraction, straight between two ends of months) until the CAC is covered; null when it is not within the curve. */
  readonly paidAfter: number | null;
}

/** From the margin per acquired customer in each month, as seen in a cohort. [VAL-26] */
export function paybackCurve(monthly: readonly number[], cac: number): PaybackCurve {
  let sum = 0;
  const cumulative = monthly.map(part => {
    sum += part;
    return sum;
  });
  return { cumulative, paidAfter: crossing(cumulative, cac) };
}

/** Margin per month of a subscription whose customers leave at a steady rate: the first month whole, then fewer and fewer. [VAL-26] */
export function steadyMargins({
  arpu,
  margin,
  churn,
  months,
}: {
  readonly arpu: number;
  readonly margin: number;
  readonly churn: number;
  readonly months: number;
}): number[] {
  return Array.from({ length: months }, (_, month) => arpu * margin * (1 - churn) ** month);
}

function crossing(cumulative: readonly number[], cac: number): number | null {
  if (cac <= 0) return 0;
  const month = cumulative.findIndex(sum => sum >= cac);
  if (month < 0) return null;
  const before = month === 0 ? 0 : at(cumulative, month - 1);
  return month + (cac - before) / (at(cumulative, month) - before);
}
