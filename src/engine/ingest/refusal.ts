import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { Problem } from '#core/problem/problem.ts';
import { problemsOf } from '#core/problem/problem.ts';

/**
 * Ends the reading of a file that cannot be used. It carries the problem the user is told, and never leaves `runIngest`:
 * there it becomes a failed result. Streams have no other way to stop from the middle.
 */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

const ingestProblem = problemsOf(ingestMessages);

/** Makes a refusal from a code of the ingest messages and its parameters. */
export function refuse(...problem: Parameters<typeof ingestProblem>): Refusal {
  return new Refusal(ingestProblem(...problem));
}
