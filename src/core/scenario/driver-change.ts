import type { Decimal } from '../measure/observation.ts';
import type { NodeId } from '../plan/plan.ts';

/** A change to one driver of a plan, for all of its months or for some. [SCN-01] */
export interface DriverChange {
  readonly node: NodeId;
  /** `relative`: by a share of the planned value (0.1 is +10 %) · `points`: by an amount in the node's unit · `set`: to a value. */
  readonly mode: 'relative' | 'points' | 'set';
  /** Of a flow per month; rates as fractions. */
  readonly value: Decimal;
  /** First and last month, by their keys `YYYY-MM`; the plan's own ends when absent. */
  readonly from?: string;
  readonly to?: string;
}

/** A driver's value after a change. */
export function changedValue(base: number, { mode, value }: Pick<DriverChange, 'mode' | 'value'>): number {
  const by = Number(value);
  return mode === 'relative' ? base * (1 + by) : mode === 'points' ? base + by : by;
}

/** Whether a change holds in a month. */
export function holdsIn(key: string, { from, to }: DriverChange): boolean {
  return (from === undefined || from <= key) && (to === undefined || key <= to);
}
