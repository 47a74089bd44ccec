import { weightQuestions } from '#core/measure/allocation-weights.ts';
import { assemble } from '#core/measure/observe-assemble.ts';
import { type PlannedRequest, planQuery, type QueryPlan } from '#core/measure/observe-plan.ts';
import type { Answer } from '#core/measure/question.ts';
import type { RequestAnswer } from '#core/measure/request-answers.ts';
import type { Problem, Result } from '#core/problem/problem.ts';
import { failed, ok } from '#core/problem/problem.ts';
import type { Warehouse } from './warehouse.ts';

/**
 * Answers a planned question from a warehouse: asks for the figures, leaves all arithmetic to the core.
 * Problem: an answer of more rows than the warehouse gives. Throws `EngineError` when the environment fails.
 */
export async function observe(warehouse: Warehouse, plan: QueryPlan, signal?: AbortSignal): Promise<Result<readonly Answer[]>> {
  const answered = await Promise.all(plan.requests.map(request => answer(warehouse, request, signal)));
  const problems: Problem[] = [];
  const answers = new Map<string, RequestAnswer>();
  for (const [index, result] of answered.entries()) {
    const key = plan.requests[index]?.key ?? '';
    if (result.ok) answers.set(key, result.value);
    else problems.push(...result.problems);
  }
  if (problems.length > 0) return failed(problems);
  for (const { key, question } of weightQuestions(plan, answers)) {
    const planned = planQuery(question, plan.knowledge);
    const weights = planned.ok ? await observe(warehouse, planned.value, signal) : planned;
    if (!weights.ok) return weights;
    const [only] = weights.value;
    if (only) answers.set(key, { kind: 'weights', answer: only });
  }
  return ok(assemble(plan, answers));
}

async function answer(
  warehouse: Warehouse,
  planned: PlannedRequest,
  signal: AbortSignal | undefined,
): Promise<Result<RequestAnswer>> {
  switch (planned.kind) {
    case 'parts': {
      const parts = await warehouse.parts(planned.request, signal);
      return parts.ok ? ok({ kind: 'parts', answer: parts.value }) : parts;
    }
    case 'covered-days':
      return ok({ kind: 'covered-days', days: await warehouse.coveredDays(planned.request, signal) });
    case 'still-open':
      return ok({ kind: 'still-open', counts: await warehouse.stillOpen(planned.request, signal) });
  }
}
