import type { WireFailure, WireProblem } from '#contract/problem.ts';

/** A question that was refused, or that the server could not answer; what a query throws so that its place can show it. */
export class AnswerError extends Error {
  readonly problems: readonly WireProblem[];
  readonly failure: WireFailure | undefined;
  readonly status: number | undefined;

  constructor(what: { problems?: readonly WireProblem[]; failure?: WireFailure; status?: number }) {
    super(what.failure?.message.en ?? what.problems?.[0]?.message.en ?? 'no answer');
    this.name = 'AnswerError';
    this.problems = what.problems ?? [];
    this.failure = what.failure;
    this.status = what.status;
  }
}

/** Whether the server was not reached at all. */
export function isUnreached(error: unknown): boolean {
  return error instanceof AnswerError && error.failure?.code === 'server-unreachable';
}
