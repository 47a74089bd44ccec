import { daysBetween } from '../calendar/day.ts';
import { lengthOf } from '../calendar/day-range.ts';
import type { PeriodPart } from '../calendar/periods-between.ts';
import { compareRationals, divide, type Rational, rational, subtract } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { NodeId } from './plan.ts';

/**
 * Share of a flow's amount of one month that a delay of whole months brings into another: all of it between whole months,
 * else the days that meet, laid over one another. Undefined = all of it.
 */
export function arrivingShare(arithmetic: Arithmetic, node: NodeId, from: number, to: number): Rational | undefined {
  const [source, target] = [arithmetic.months[from], arithmetic.months[to]];
  if (!target || !(target.clipped || source?.clipped) || arithmetic.plan.nodes.get(node)?.time !== 'flow') return undefined;
  const [sent, met] = [source ? windowOf(source) : WHOLE_MONTH, windowOf(target)];
  const begin = compareRationals(sent.begin, met.begin) > 0 ? sent.begin : met.begin;
  const end = compareRationals(sent.end, met.end) < 0 ? sent.end : met.end;
  const common = compareRationals(begin, end) < 0 ? subtract(end, begin) : rational(0);
  return divide(common, subtract(sent.end, sent.begin));
}

const WHOLE_MONTH = { begin: rational(0), end: rational(1) };

/** Where a part lies in its month, as shares of the month's days. */
function windowOf({ period, from, to }: PeriodPart): { readonly begin: Rational; readonly end: Rational } {
  const days = lengthOf(period);
  return { begin: rational(daysBetween(period.from, from), days), end: rational(daysBetween(period.from, to) + 1, days) };
}
