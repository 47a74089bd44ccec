import { type WireProblem, wireProblem } from '#contract/problem.ts';
import { mergedTables } from '#core/problem/all-messages.ts';
import type { Problem } from '#core/problem/problem.ts';
import { sentenceFrom } from '#core/problem/problem.ts';
import type { Lang } from '#core/text/text.ts';
import { ENGINE_MESSAGES } from '#engine/app/engine-messages.ts';
import { requestMessages } from './request-messages.ts';

const ALL = mergedTables([ENGINE_MESSAGES, requestMessages]);

/** What a problem of any layer says. */
export function sentence(problem: Problem, lang: Lang): string {
  return sentenceFrom(ALL, problem, lang);
}

export function wireProblems(problems: readonly Problem[]): readonly WireProblem[] {
  return problems.map(problem => wireProblem(problem, sentence));
}
