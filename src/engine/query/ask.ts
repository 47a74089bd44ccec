import { planQuery } from '#core/measure/observe-plan.ts';
import type { Answer, Knowledge, Question } from '#core/measure/question.ts';
import type { Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { textHash } from '../ledger/content-hash.ts';
import { observe } from '../warehouse/observe.ts';

/**
 * Answers a question from the data, once for everybody who asks the same. [APP-04]
 * `key`: names the knowledge (moment, definitions beyond the workspace's own, last day) the answer depends on.
 */
export async function ask(app: App, question: Question, knowledge: Knowledge, key: string): Promise<Result<readonly Answer[]>> {
  const planned = planQuery(question, knowledge);
  if (!planned.ok) return planned;
  return app.cache.shared(`answer all ${key} ${textHash(JSON.stringify(question))}`, () => observe(app.warehouse, planned.value));
}
