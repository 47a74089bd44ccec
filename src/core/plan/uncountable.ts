import { type Problem, problemsOf } from '../problem/problem.ts';
import { FURTHEST, type Prepared } from './arithmetic.ts';
import type { ParsedPlan } from './build-plan.ts';
import { pathOf } from './check-references.ts';
import { planMessages } from './plan-messages.ts';

const planProblem = problemsOf(planMessages);

/** Why a plan's formulas cannot be calculated at all. */
export function uncountable(prepared: Extract<Prepared, { ok: false }>, { plan, source }: ParsedPlan): Problem {
  if ('reach' in prepared) return planProblem('delays-too-long', { months: prepared.reach, limit: FURTHEST });
  const node = plan.nodes.get(prepared.cycle[0] ?? '');
  const at = node ? [...pathOf(node), 'equals'] : [];
  return planProblem('cycle', { path: prepared.cycle }, { at, line: source.lineOf(at) });
}
