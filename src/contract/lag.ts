import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { planId } from './plan.ts';
import { problem } from './problem.ts';
import { day, decimal, list, text } from './scalar.ts';

/** A delay as dates show it. */
export const learnedLag = z
  .strictObject({
    /** As a plan writes it under `lag`. */
    text: z.string(),
    shares: list(z.strictObject({ share: decimal, days: z.number() })),
    converted: z.int(),
    /** Not converted by the last day: counted as under way. */
    open: z.int(),
    /** The last day that counts. */
    until: day,
    /** Days within which half, and nine of ten, convert, of those that do. */
    half: z.int(),
    most: z.int(),
  })
  .meta({ id: 'LearnedLag' });

export const learnLag = endpoint({
  method: 'POST',
  path: '/api/lag',
  concept: 'plan',
  summary: {
    ja: '2列の日付（入った日・次へ進んだ日）から遅れの分布を求める（保存しません）',
    en: 'A delay learned from two columns of dates, entered and converted; nothing is stored',
  },
  body: z.strictObject({ dates: z.string().max(20_000_000) }),
  readsOnly: true,
  /** Null where no row has converted. */
  response: z.strictObject({ learned: learnedLag.nullable() }),
});

export const planLags = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/lags',
  concept: 'plan',
  summary: {
    ja: '計画の遅れと、データから求めた遅れの分布',
    en: 'The delays of a plan beside those its data show',
  },
  params: z.strictObject({ plan: planId }),
  query: z.strictObject({ to: day.exactOptional(), 'as-known': day.exactOptional(), version: z.string().exactOptional() }),
  response: z.strictObject({
    plan: z.string(),
    lags: list(
      z.strictObject({
        node: z.string(),
        /** What the delay is counted from. */
        from: z.string(),
        learned: learnedLag.nullable(),
        /** Rows it is learned from; null where no dataset holds the days of both. */
        dataset: z.strictObject({ id: z.string(), name: text }).nullable(),
      }),
    ),
    problems: list(problem),
  }),
});
