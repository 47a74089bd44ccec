import { add, rational, toNumber } from '../number/rational.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import type { Arithmetic } from './arithmetic.ts';
import { monthKey } from './month-bounds.ts';
import type { PlanNode } from './plan.ts';
import { sheetMessages } from './sheet-messages.ts';
import { weekPieces } from './week-pieces.ts';

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
  const pieces = weekPieces(weeks, plan);
  return months.flatMap((part, month) => {
    const bound = bounds.get(node.id)?.[month];
    const stated = bound?.low ?? bound?.high;
    const given = pieces.get(monthKey(part));
    if (!stated || !given) return [];
    const sum = toNumber(given.reduce((all, { amount }) => add(all, amount), rational(0)));
    const wanted = toNumber(stated);
    if (Math.abs(sum - wanted) <= Math.max(1, TOLERANCE * Math.abs(wanted))) return [];
    const params = { node: node.id, month: monthKey(part), weeks: String(Math.round(sum * 100) / 100), wanted: String(wanted) };
    return [problem('sheet-weeks-differ', params, SHEET)];
  });
}

const SHEET = { at: ['sheet'], line: 1 };
