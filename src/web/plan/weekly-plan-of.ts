import type { Arithmetic } from '#core/plan/arithmetic.ts';
import { monthKey } from '#core/plan/month-bounds.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { leversOf } from '#core/planner/linear-delivery.ts';
import type { WeekAxis } from '#core/planner/week-axis.ts';
import { weekAxisOf, weeklyDelivery } from '#core/planner/weekly-delivery.ts';
import { weeksOfMonths } from '#core/planner/weeks-of-months.ts';
import type { Arrivals, PlannedNode, WeeklyPlan } from './worker-message.ts';

/** A plan in weeks: what of its months falls on each, what the sheet says of weeks, and when what is created arrives. [PLN-79] */
export function weeklyPlanOf(arithmetic: Arithmetic, planned: readonly PlannedNode[]): WeeklyPlan {
  const { plan, months } = arithmetic;
  const axis = weekAxisOf(arithmetic, 'business-days');
  const keys = months.map(monthKey);
  const weeks = axis.weeks.slice(0, axis.steps).map(({ key, from, to, weight, pieces }) => ({
    key,
    from,
    to,
    pieces: pieces.map(piece => ({
      month: keys[piece.month] ?? '',
      share: weight > 0 ? piece.weight / weight : 1 / pieces.length,
    })),
  }));
  const flows = [...plan.nodes.values()].filter(({ time }) => time === 'flow');
  const rows = flows.map(node => {
    const amounts = planned.find(one => one.node === node.id)?.months ?? [];
    const isKnown = amounts.length > 0 && amounts.every(amount => amount !== null && Number(amount) >= 0);
    const standing = isKnown ? weeksOfMonths(axis, amounts.map(Number)) : undefined;
    return {
      node: node.id,
      given: weeks.map(({ key }) => node.weeks?.get(key) ?? null),
      standing: weeks.map((_, week) => standing?.[week] ?? null),
    };
  });
  const amountsOf = (id: string) => {
    const row = rows.find(one => one.node === id);
    return weeks.map((_, week) => Number(row?.given[week] ?? row?.standing[week] ?? 0));
  };
  const goals = flows.filter(({ role }) => role === 'goal');
  return { weeks, rows, arrivals: goals.flatMap(goal => arrivalsOf(goal, arithmetic, axis, amountsOf)) };
}

function arrivalsOf(
  goal: PlanNode,
  arithmetic: Arithmetic,
  plan: WeekAxis,
  amountsOf: (node: string) => readonly number[],
): readonly Arrivals[] {
  const levers = leversOf(goal, arithmetic);
  if (!goal.equals || levers.length === 0) return [];
  const { axis, linear } = weeklyDelivery(goal, arithmetic, levers, new Map(), 'business-days');
  if (!axis) return [];
  const { base, response } = linear.delivery;
  return [
    {
      goal: goal.id,
      months: axis.weeks.map(({ key }) => key),
      levers: levers.map((node, lever) => ({
        node,
        amounts: amountsOf(node),
        response: Array.from({ length: plan.steps }, (_, step) => base.map((_value, to) => response[lever]?.[step]?.[to] ?? 0)),
      })),
      before: base,
    },
  ];
}
