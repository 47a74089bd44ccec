import type { Problem } from '../problem/problem.ts';
import { isError } from '../problem/problem.ts';
import { consistencyMessages } from './consistency-messages.ts';

/** Warnings a draft may live with and a version may not: nobody could say later why a KPI is in it. [DES-11] */
const SETTLED_FIRST: ReadonlySet<string> = new Set(['without-reason']);

/**
 * Whether a plan with these problems may become a version. [PLN-43]
 * What is wrong with its text stands in the way: unknown words, units that do not fit, circles, influences without a reason. That its
 * numbers do not add up, or are not known yet, does not: a plan that falls short is a plan, and everybody should see that it does.
 */
export function isPublishable(problems: readonly Problem[]): boolean {
  return problems.every(
    problem => !SETTLED_FIRST.has(problem.code) && (!isError(problem) || Object.hasOwn(consistencyMessages, problem.code)),
  );
}
