import type { Known, State } from '#core/analyse/state.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { PaceProfile } from '#core/calendar/pace.ts';
import { callsFunction, LOOKING_BACK } from '#core/formula/ast.ts';
import { toNumber } from '#core/number/rational.ts';
import type { Arithmetic } from '#core/plan/arithmetic.ts';
import type { NodeId, PlanNode } from '#core/plan/plan.ts';
import { plannedValues } from '#core/progress/planned.ts';
import type { Stretch } from './compared-side.ts';

/**
 * What a plan asks of every node over a stretch of months. [EXP-14]
 *
 * A calculated node without a target of its own is what its parts give, so that the plan's side has no differences of its own but
 * those that its targets make. Undefined when the stretch does not lie in the plan's period.
 */
export function plannedState(
  arithmetic: Arithmetic,
  stretch: Stretch,
  paceOf: (node: PlanNode) => PaceProfile,
): State | undefined {
  const { plan, months, bounds, baselines } = arithmetic;
  if (stretch.whole.from < plan.period.from || stretch.whole.to > plan.period.to) return undefined;
  const planned = plannedValues(arithmetic, paceOf);
  const start = months.findIndex(({ from, to }) => from <= stretch.whole.from && stretch.whole.from <= to);
  const due = (node: NodeId, range: DayRange): Known | undefined => {
    const value = planned.due(node, range)?.value;
    return value && { value: toNumber(value), isProvisional: false };
  };
  const isOwn = ({ id, equals, lag }: PlanNode): boolean =>
    !equals || bounds.has(id) || lag !== undefined || callsFunction(equals, LOOKING_BACK);
  const earlier = (node: PlanNode, place: number): Known | undefined => {
    const month = start + place;
    if (month >= 0) {
      const value = planned.month(node.id, month)?.value;
      return value && { value: toNumber(value), isProvisional: false };
    }
    const baseline = baselines.get(node.id) ?? (node.time === 'level' ? planned.month(node.id, 0)?.value : undefined);
    return baseline && { value: toNumber(baseline), isProvisional: false };
  };
  return {
    kind: 'planned',
    month: (id, place) => {
      const node = plan.nodes.get(id);
      const slot = stretch.slots[place];
      if (!node || !isOwn(node)) return undefined;
      if (place < 0) return earlier(node, place);
      return slot && due(id, slot);
    },
    whole: id => {
      const node = plan.nodes.get(id);
      return node && isOwn(node) && !(node.equals && !bounds.has(id)) ? due(id, stretch.whole) : undefined;
    },
  };
}
