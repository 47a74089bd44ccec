import type { Algebra } from '../formula/algebra.ts';
import {
  addIntervals,
  divideIntervals,
  EVERYTHING,
  type Interval,
  interval,
  maximumOfIntervals,
  minimumOfIntervals,
  multiplyIntervals,
  negateInterval,
  subtractIntervals,
} from '../number/interval.ts';
import { type Rational, toNumber } from '../number/rational.ts';
import { type Arithmetic, pipelineAmount } from './arithmetic.ts';
import { evaluate } from './evaluate.ts';
import { periodValue } from './period-value.ts';
import type { PlanNode } from './plan.ts';
import type { Program } from './program.ts';
import { countedMonths } from './verdict.ts';
import { boundRange } from './worst-case.ts';

const intervalAlgebra: Algebra<Interval> = {
  constant: value => pointInterval(Number(value)),
  add: addIntervals,
  subtract: subtractIntervals,
  multiply: multiplyIntervals,
  divide: divideIntervals,
  negate: negateInterval,
  minimum: minimumOfIntervals,
  maximum: maximumOfIntervals,
};

/**
 * Whether interval arithmetic proves that a goal stays on the right side of a limit for all allowed values of all drivers. [VER-12]
 * A yes is certain (outward rounding); a no only means that this bound is too wide to tell.
 */
export function provenBound(
  goal: PlanNode,
  program: Program,
  arithmetic: Arithmetic,
  side: 'low' | 'high',
  limit: Rational,
): boolean {
  const { plan, bounds, baselines, months } = arithmetic;
  const driver = (id: string, month: number): Interval => {
    const node = plan.nodes.get(id);
    const baseline = baselines.get(id);
    if (month < 0 && baseline) return pointInterval(toNumber(baseline));
    const bound = bounds.get(id)?.[Math.max(0, month)];
    return node && bound ? boundRange(bound, node) : EVERYTHING;
  };
  const evaluation = evaluate(program, months.length, intervalAlgebra, {
    leaf: driver,
    before: id => {
      const baseline = baselines.get(id);
      return baseline ? pointInterval(toNumber(baseline)) : EVERYTHING;
    },
    pipeline: (id, month) => {
      const amount = program === arithmetic.steady ? undefined : pipelineAmount(arithmetic, id, month);
      return amount && pointInterval(toNumber(amount));
    },
  });
  const pick = side === 'low' ? minimumOfIntervals : maximumOfIntervals;
  const value = periodValue(goal.id, plan, evaluation, intervalAlgebra, countedMonths(goal, arithmetic), pick);
  const needed = pointInterval(toNumber(limit));
  return side === 'low' ? value.low >= needed.high : value.high <= needed.low;
}

/** A double and its two neighbours: holds the decimal or fraction it was rounded from. */
function pointInterval(value: number): Interval {
  return addIntervals(interval(value, value), interval(0, 0));
}
