import type { Algebra } from '../formula/algebra.ts';
import {
  addIntervals,
  divideIntervals,
  EVERYTHING,
  hull,
  type Interval,
  interval,
  maximumOfIntervals,
  minimumOfIntervals,
  multiplyIntervals,
  negateInterval,
  subtractIntervals,
} from '../number/interval.ts';
import { type Rational, toNumber } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { countedMonths } from './counted-months.ts';
import { driverInputs } from './driver-inputs.ts';
import { evaluate } from './evaluate.ts';
import { periodValue } from './period-value.ts';
import type { PlanNode } from './plan.ts';
import type { Program } from './program.ts';
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
  const driver = (id: string, month: number): Interval => {
    const node = arithmetic.plan.nodes.get(id);
    const bound = arithmetic.bounds.get(id)?.[Math.max(0, month)];
    return node && bound ? boundRange(bound, node) : EVERYTHING;
  };
  const fraction = (value: Rational | undefined) => (value ? pointInterval(toNumber(value)) : EVERYTHING);
  const inputs = driverInputs(program, arithmetic, driver, fraction);
  const evaluation = evaluate(program, arithmetic.months.length, intervalAlgebra, inputs);
  const counted = countedMonths(goal, arithmetic);
  const value = periodValue(goal.id, arithmetic, evaluation, intervalAlgebra, counted, (_id, values) => values.reduce(hull));
  const needed = pointInterval(toNumber(limit));
  return side === 'low' ? value.low >= needed.high : value.high <= needed.low;
}

/** A double and its two neighbours: holds the decimal or fraction it was rounded from. */
function pointInterval(value: number): Interval {
  return addIntervals(interval(value, value), interval(0, 0));
}
