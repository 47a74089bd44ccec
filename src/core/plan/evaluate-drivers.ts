import { compareRationals, type Rational } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { driverInputs } from './driver-inputs.ts';
import type { Evaluation, Rerun } from './evaluate.ts';
import { evaluateExactly } from './exact-evaluation.ts';
import type { Bound } from './month-bounds.ts';
import type { NodeId } from './plan.ts';
import type { Program } from './program.ts';

/** Runs a program exactly with every driver's monthly value chosen from its bound; before the plan they stand at their baselines. */
export function evaluateDrivers(
  program: Program,
  arithmetic: Arithmetic,
  choose: (id: NodeId, bound: Bound, month: number) => Rational | undefined,
  rerun?: Rerun<Rational | undefined>,
): Evaluation<Rational | undefined> {
  const driver = (id: NodeId, month: number): Rational | undefined => {
    const bound = arithmetic.bounds.get(id)?.[Math.max(0, month)];
    return bound && choose(id, bound, month);
  };
  const inputs = driverInputs<Rational | undefined>(program, arithmetic, driver, value => value);
  return evaluateExactly(program, arithmetic.months.length, inputs, rerun);
}

/** The lowest or highest of some values; undefined when one of them does not exist. */
export function extreme(values: readonly (Rational | undefined)[], end: 'low' | 'high'): Rational | undefined {
  return values.reduce((a, b) => a && b && (compareRationals(a, b) < 0 === (end === 'low') ? a : b));
}
