import { businessDaysIn } from '../calendar/business-day.ts';
import { lengthOf } from '../calendar/day-range.ts';
import { periodsBetween } from '../calendar/periods-between.ts';
import { toNumber } from '../number/rational.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import type { Arithmetic } from './arithmetic.ts';
import { monthKey } from './month-bounds.ts';
import type { Plan, PlanNode } from './plan.ts';
import { sheetMessages } from './sheet-messages.ts';

const problem = problemsOf(sheetMessages);

/** What weeks and months may differ by: half a percent, and one whole thing, which rounding makes. */
const TOLERANCE = 0.005;

/** Whether the weeks of the sheet add up to the months, by business days; weeks of what does not add up say nothing. [PLN-29] */
export function checkWeeks(arithmetic: Arithmetic): readonly Problem[] {
  const { plan } = arithmetic;
  return [...plan.nodes.values()].flatMap(node => {
    if (!node.weeks || node.weeks.size === 0) return [];
    if (node.time !== 'flow') return [problem('sheet-weeks-no-flow', { node: node.id }, SHEET)];
    return differing(node, node.weeks, arithmetic);
  });
}

function differing(
  node: PlanNode,
  weeks: NonNullable<PlanNode['weeks']>,
  { plan, months, bounds }: Arithmetic,
): readonly Problem[] {
  const sums = monthsOfWeeks(weeks, plan);
  return months.flatMap((part, month) => {
    const bound = bounds.get(node.id)?.[month];
    const stated = bound?.low ?? bound?.high;
    const sum = sums.get(monthKey(part));
    if (!stated || sum === undefined) return [];
    const wanted = toNumber(stated);
    if (Math.abs(sum - wanted) <= Math.max(1, TOLERANCE * Math.abs(wanted))) return [];
    const params = { node: node.id, month: monthKey(part), weeks: String(Math.round(sum * 100) / 100), wanted: String(wanted) };
    return [problem('sheet-weeks-differ', params, SHEET)];
  });
}

/** Months whose weeks are all given, added up; a week that crosses the end of a month counts in both by its business days. */
function monthsOfWeeks(weeks: NonNullable<PlanNode['weeks']>, { period, calendar }: Plan): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const open = new Set<string>();
  for (const week of periodsBetween(period.from, period.to, 'week', calendar)) {
    const given = weeks.get(week.period.from);
    const days = businessDaysIn(week, calendar);
    for (const piece of periodsBetween(week.from, week.to, 'month', calendar)) {
      const key = monthKey(piece);
      const own = businessDaysIn(piece, calendar);
      const share = days > 0 ? own / days : lengthOf(piece) / lengthOf(week);
      if (given !== undefined) sums.set(key, (sums.get(key) ?? 0) + Number(given) * share);
      else if (own > 0) open.add(key);
    }
  }
  return new Map([...sums].filter(([key]) => !open.has(key)));
}

const SHEET = { at: ['sheet'], line: 1 };
