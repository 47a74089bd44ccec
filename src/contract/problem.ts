import { z } from 'zod';
import type { Problem } from '#core/problem/problem.ts';
import { list, text } from './scalar.ts';

const param = z.union([z.string(), z.number(), z.boolean(), z.null(), list(z.string())]);

/** A problem as it travels: the data of core's `Problem` with its sentence in both languages. */
export const problem = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    at: list(z.union([z.string(), z.number()])),
    line: z.int().exactOptional(),
    params: z.record(z.string(), param.optional()),
    message: text,
  })
  .meta({ id: 'Problem' });

export type WireProblem = z.output<typeof problem>;

/** Body of 400, 403, 404, 413 and 422: something the caller can put right. */
export const problemsBody = z.strictObject({ problems: list(problem) });

/** Body of 500, 503, 504 and 507: the environment failed, or Rashin has a bug; then only the request's id is told. */
export const failureBody = z.strictObject({
  failure: z.strictObject({ code: z.string(), message: text, request: z.string() }),
});

export type WireFailure = z.output<typeof failureBody>['failure'];

/** Makes a problem ready to travel. `sentence`: the registry that knows the problem's code. */
export function wireProblem(found: Problem, sentence: (found: Problem, lang: 'ja' | 'en') => string): WireProblem {
  const { code, severity, at, line, params } = found;
  const message = { ja: sentence(found, 'ja'), en: sentence(found, 'en') };
  return { code, severity, at, ...(line === undefined ? {} : { line }), params, message };
}
