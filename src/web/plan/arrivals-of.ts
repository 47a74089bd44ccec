import { toNumber } from '#core/number/rational.ts';
import type { Arithmetic } from '#core/plan/arithmetic.ts';
import { monthKey } from '#core/plan/month-bounds.ts';
import { leversOf, linearDelivery } from '#core/planner/linear-delivery.ts';
import type { Arrivals } from './worker-message.ts';

/**
 * For each goal that grows in proportion to what is created each month: what every month's amount brings, and when. [PLN-72]
 * Goals that do not, or whose history is not known, are left out.
 */
export function arrivalsOf(arithmetic: Arithmetic): readonly Arrivals[] {
  const goals = [...arithmetic.plan.nodes.values()].filter(({ role, time }) => role === 'goal' && time === 'flow');
  return goals.flatMap(goal => {
    const levers = leversOf(goal, arithmetic);
    const linear = goal.equals && levers.length > 0 ? linearDelivery(goal, arithmetic, levers, new Map()) : undefined;
    if (linear?.kind !== 'linear') return [];
    const { base, response, steps } = linear.delivery;
    const planned = arithmetic.months.map(monthKey);
    return [
      {
        goal: goal.id,
        months: base.map((_, step) => planned[step] ?? monthAfter(planned.at(-1) ?? '', step - steps + 1)),
        levers: levers.map((node, lever) => ({
          node,
          amounts: planned.map((_, step) => plannedIn(node, step, arithmetic)),
          response: planned.map((_, step) => base.map((_value, to) => response[lever]?.[step]?.[to] ?? 0)),
        })),
        before: base,
      },
    ];
  });
}

function plannedIn(node: string, month: number, { bounds }: Arithmetic): number {
  const bound = bounds.get(node)?.[month];
  const value = bound?.low ?? bound?.high;
  return value ? toNumber(value) : 0;
}

/** `2027-03` and 2: `2027-05`. */
function monthAfter(key: string, count: number): string {
  const [year = 0, month = 1] = key.split('-').map(Number);
  const index = year * 12 + month - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
