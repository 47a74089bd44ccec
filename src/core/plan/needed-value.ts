import { rationalOf } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { PlanNode } from './plan.ts';
import { requiredOf } from './required.ts';
import { decimalText } from './shown.ts';
import type { GoalVerdict } from './verdict.ts';

/** What the one missing driver would have to be: it is given the value 1 and then solved for. [DES-29] */
export function neededValue(
  missing: PlanNode,
  goal: PlanNode,
  { wanted }: Pick<GoalVerdict, 'wanted'>,
  arithmetic: Arithmetic,
): string | undefined {
  if (arithmetic.bounds.has(missing.id)) return undefined;
  const one = rationalOf(1);
  const trial: Arithmetic = {
    ...arithmetic,
    shape: {},
    missing: [],
    bounds: new Map(arithmetic.bounds).set(
      missing.id,
      arithmetic.months.map(() => ({ low: one, high: one })),
    ),
  };
  const found = requiredOf(missing, goal, wanted, trial.lagged, trial);
  return found && found.possible !== 'never' ? decimalText(found.value) : undefined;
}
