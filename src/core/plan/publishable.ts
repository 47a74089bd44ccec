import type { Problem } from '../problem/problem.ts';
import { isError } from '../problem/problem.ts';
import { consistencyMessages } from './consistency-messages.ts';

/**
 * Whether a plan with these problems may become a version. [PLN-43]
 * What is wrong with its text stands in the way: unknown words, units that do not fit, circles. That its numbers do not add up, or
 * are not known yet, does not: a plan that falls short is a plan, and everybody should see that it does.
 */
export function isPublishable(problems: readonly Problem[]): boolean {
  return problems.every(problem => !isError(problem) || Object.hasOwn(consistencyMessages, problem.code));
}
