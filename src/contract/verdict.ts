import { z } from 'zod';
import { goalVerdict } from './check.ts';
import { endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { list } from './scalar.ts';

/** An exact number: a decimal, or a fraction `n/d` where its decimals do not end. Null where there is no value. */
const exact = z
  .string()
  .meta({ pattern: '^-?[0-9]+([.][0-9]+|/[0-9]+)?$', description: 'Exact number: decimal or fraction' })
  .nullable();

/** The case a verdict rests on: the drivers' values by month, and everything calculated from them. */
export const certificate = z
  .strictObject({
    goal: z.string(),
    timing: z.enum(['period', 'steady']),
    verdict: z.enum(['reaches', 'short', 'cannot-tell']),
    side: z.enum(['low', 'high']),
    wanted: exact,
    implied: exact,
    /** By how much the case is on the right side of what is wanted; negative when it misses. */
    slack: exact,
    pipeline: z.enum(['baseline', 'given', 'none']),
    /** `corner`: no case is worse; `parts`: no case misses, shown in so many parts; `case`: this one misses. */
    proof: z.strictObject({ kind: z.enum(['corner', 'parts', 'case', 'none']), parts: z.int().exactOptional() }),
    months: list(z.string()),
    drivers: list(z.strictObject({ node: z.string(), values: list(exact), over: exact, natural: z.boolean() })),
    nodes: list(
      z.strictObject({
        node: z.string(),
        time: z.enum(['flow', 'stock', 'level']),
        values: list(exact),
        over: exact,
        low: exact,
        high: exact,
        slack: exact,
      }),
    ),
  })
  .meta({ id: 'Certificate' });

export type CertificateView = z.output<typeof certificate>;

export const planVerdict = endpoint({
  method: 'POST',
  path: '/api/verdict',
  concept: 'plan',
  summary: { ja: '目標ごとの判定と、その根拠になる計算', en: 'The verdict on each goal, with the calculation it rests on' },
  body: z.strictObject({ yaml: z.string(), sheet: z.string().default('') }),
  readsOnly: true,
  response: z.strictObject({
    goals: list(z.strictObject({ verdict: goalVerdict, period: certificate.nullable(), steady: certificate.nullable() })),
    problems: list(problem),
  }),
});
