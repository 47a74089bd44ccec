import type { Lang } from '../text/text.ts';
import { ALL_MESSAGES } from './all-messages.ts';
import { type Problem, sentenceFrom } from './problem.ts';

/** What a problem says in a language: any problem that core raises. */
export function sentence(problem: Problem, lang: Lang): string {
  return sentenceFrom(ALL_MESSAGES, problem, lang);
}
