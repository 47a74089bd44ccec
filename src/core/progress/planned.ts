import { addDays, type Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { intersection } from '../calendar/day-range.ts';
import { type PaceProfile, shareDue } from '../calendar/pace.ts';
import type { PeriodPart } from '../calendar/periods-between.ts';
import { exactAlgebra } from '../formula/exact-algebra.ts';
import { add, multiply, type Rational, rational, rationalOf } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { evaluateDrivers } from '../plan/evaluate-drivers.ts';
import { type Bound, monthKey } from '../plan/month-bounds.ts';
import { formulaOver } from '../plan/period-value.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { type WeekPiece, weekPieces } from '../plan/week-pieces.ts';
import { unreachable } from '../problem/unreachable.ts';

/** What a node should be over a stretch of time: one value, or both ends of a range. */
export interface Planned {
  readonly value: Rational;
  readonly upTo?: Rational;
}

/** What the plan asks of every node in every month and by every day. [PRG-02] */
export interface PlannedValues {
  /** The plan of one month; undefined where the plan says nothing. Month 0 is the plan's first. */
  month(node: NodeId, month: number): Planned | undefined;
  /**
   * The plan of a stretch inside the plan's period, to its last day: flows are paced within the running month, stocks and own
   * levels are those of the last month, calculated levels follow from what is due of their parts.
   */
  due(node: NodeId, range: DayRange): Planned | undefined;
}

/**
 * Reads the plan as a schedule. A node with a target of its own (or in the sheet) is measured against that; a calculated node
 * against what its drivers' targets give in that month, delays included.
 */
export function plannedValues(arithmetic: Arithmetic, pace: (node: PlanNode) => PaceProfile): PlannedValues {
  const { plan, months, bounds } = arithmetic;
  const evaluation = evaluateDrivers(arithmetic.lagged, arithmetic, (_id, bound) => statedEnd(bound));
  const monthOf = (id: NodeId, month: number): Planned | undefined => {
    const own = bounds.get(id)?.[month];
    const stated = own && statedEnd(own);
    if (own && stated)
      return own.low && own.high && own.low !== own.high ? { value: own.low, upTo: own.high } : { value: stated };
    if (month < 0 || month >= months.length || !plan.nodes.get(id)?.equals) return undefined;
    const value = evaluation.value(id, month);
    return value && { value };
  };
  const due = (id: NodeId, range: DayRange): Planned | undefined => {
    const node = plan.nodes.get(id);
    if (!node) return undefined;
    switch (node.time) {
      case 'flow':
        return flowDue(node, range);
      case 'stock':
        return monthOf(id, monthIn(range.to));
      case 'level': {
        if (bounds.has(id) || !node.equals) return monthOf(id, monthIn(range.to));
        const value = formulaOver<Rational | undefined>(node.equals, input => due(input, range)?.value, exactAlgebra);
        return value ? { value } : monthOf(id, monthIn(range.to));
      }
      default:
        return unreachable(node.time);
    }
  };
  const flowDue = (node: PlanNode, range: DayRange): Planned | undefined => {
    let [value, upTo]: [Rational | undefined, Rational | undefined] = [undefined, undefined];
    months.forEach((part, month) => {
      if (!intersection(part, range)) return;
      const planned = monthOf(node.id, month);
      if (!planned) return;
      const ofWeeks = planned.upTo ? undefined : weeksDue(node, part, range);
      if (ofWeeks) {
        value = add(value ?? rational(0), ofWeeks);
        return;
      }
      const share = shareWithin(part, range, node);
      value = add(value ?? rational(0), multiply(planned.value, share));
      if (planned.upTo) upTo = add(upTo ?? rational(0), multiply(planned.upTo, share));
    });
    return value && { value, ...(upTo ? { upTo } : {}) };
  };
  /** Of a month that stands in the sheet by weeks, what its weeks ask for within a stretch of it; of the whole month, the month. [PLN-29] */
  const weeksDue = (node: PlanNode, part: PeriodPart, range: DayRange): Rational | undefined => {
    if (range.from <= part.from && part.to <= range.to) return undefined;
    const pieces = piecesOf(node)?.get(monthKey(part));
    return pieces?.reduce(
      (sum, piece) => (intersection(piece, range) ? add(sum, multiply(piece.amount, shareWithin(piece, range, node))) : sum),
      rational(0),
    );
  };
  const shareWithin = (part: DayRange, range: DayRange, node: PlanNode): Rational => {
    const by = (day: Day) => shareDue(part, day, pace(node), plan.calendar) ?? rationalOf(0);
    const end = range.to < part.to ? by(range.to) : rational(1);
    const start = range.from > part.from ? by(dayBefore(range.from)) : rational(0);
    return add(end, multiply(start, rational(-1)));
  };
  const known = new Map<NodeId, ReadonlyMap<string, readonly WeekPiece[]> | undefined>();
  const piecesOf = (node: PlanNode) => {
    if (!known.has(node.id)) known.set(node.id, node.weeks && weekPieces(node.weeks, plan));
    return known.get(node.id);
  };
  const monthIn = (day: Day): number => months.findIndex(part => part.from <= day && day <= part.to);
  return { month: monthOf, due };
}

/** The end of a bound that a target names: the lower one, or the upper one of a ceiling. */
function statedEnd(bound: Bound): Rational | undefined {
  return bound.low ?? bound.high;
}

function dayBefore(day: Day): Day {
  return addDays(day, -1);
}
