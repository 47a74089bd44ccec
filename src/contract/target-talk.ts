import { z } from 'zod';
import type { TalkMove, TargetTalk } from '#core/ambition/target-talk.ts';
import { carries } from './carries.ts';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { planId } from './plan.ts';
import { decimal, instant, list, revision } from './scalar.ts';

const side = z.enum(['top-down', 'bottom-up']);

const offer = z.strictObject({ value: decimal, because: z.string(), by: z.string(), at: instant });

const talk = carries<TargetTalk & { readonly revision: number }>()(
  z.strictObject({
    topDown: offer.nullable(),
    bottomUp: offer.nullable(),
    agreed: z.strictObject({ value: decimal, by: z.string(), at: instant }).nullable(),
    /** Who stands for the agreed value. */
    approvals: list(z.strictObject({ side, by: z.string(), at: instant })),
    /** 0: nobody has begun. */
    revision,
  }),
).meta({ id: 'TargetTalk' });

const move = carries<TalkMove>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('propose'), side, value: decimal, because: z.string() }),
    z.strictObject({ kind: z.literal('agree'), value: decimal }),
    z.strictObject({ kind: z.literal('approve'), side }),
  ]),
);

const params = z.strictObject({ plan: planId, node: z.string() });

const answer = z.strictObject({
  talk,
  /** How far both proposals are apart, as a share of the one from above; null without both. */
  gap: z.number().nullable(),
  /** Both sides stand for the agreed value. */
  settled: z.boolean(),
});

/** What the organisation expects of a target, what the field proposes, and what both agreed. */
export const targetTalk = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/targets/:node/talk',
  concept: 'ambition',
  summary: { ja: '目標のすり合わせ（トップダウンとボトムアップ）', en: 'A target between top-down and bottom-up' },
  params,
  response: answer,
});

export const putTargetTalk = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/targets/:node/talk',
  concept: 'ambition',
  summary: { ja: '目標の提案・合意・承認', en: 'Proposes, agrees on or stands for a target' },
  params,
  body: z.strictObject({ revision, move }),
  response: answer,
  conflict: z.strictObject({ current: talk }),
});

export type TargetTalkAnswer = ResponseOf<typeof targetTalk>;
