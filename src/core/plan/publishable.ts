import type { Problem } from '../problem/problem.ts';
import { isError } from '../problem/problem.ts';
import { consistencyMessages } from './consistency-messages.ts';

/**
 * Warnings a draft may live with and a version may not: nobody could say later who answers for a number, until when it holds, of whom
 * a share is one, or why a KPI is there. [DES-05, DES-06, DES-11, DES-38]
 */
const SETTLED_FIRST: ReadonlySet<string> = new Set([
  'owners-missing',
  'deadline-missing',
  'population-missing',
  'without-reason',
]);

/** Whether a plan with these problems may become a version. [PLN-43] */
export function isPublishable(problems: readonly Problem[]): boolean {
  return !problems.some(isInTheWay);
}

/**
 * Whether a problem keeps a plan from becoming a version. [PLN-43]
 * What is wrong with its text does (unknown words, units that do not fit, circles), and what has to be settled first. That its numbers
 * do not add up, or are not known yet, does not: a plan that falls short is a plan, and everybody should see that it does.
 */
export function isInTheWay(problem: Problem): boolean {
  return SETTLED_FIRST.has(problem.code) || (isError(problem) && !Object.hasOwn(consistencyMessages, problem.code));
}
