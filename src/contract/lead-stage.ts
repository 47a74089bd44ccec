import { z } from 'zod';
import { LEAD_STAGES, STAGE_SIDES, type StageDefinition, type StageMove } from '#core/agree/stage-definition.ts';
import { carries } from './carries.ts';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { day, instant, list, revision } from './scalar.ts';

export const leadStage = z.enum(LEAD_STAGES);
const side = z.enum(STAGE_SIDES);
const approvals = list(z.strictObject({ side, by: z.string(), at: instant }));

const terms = {
  /** Conditions that must all hold. */
  criteria: list(z.string()),
  /** Where responsibility passes to sales. */
  handOver: z.string(),
  /** First day on which leads are judged by it. */
  since: day,
};

const definition = carries<StageDefinition & { readonly revision: number }>()(
  z.strictObject({
    versions: list(z.strictObject({ ...terms, approvals })),
    proposed: z.strictObject({ ...terms, because: z.string(), by: z.string(), at: instant, approvals }).nullable(),
    /** 0: nobody has begun. */
    revision,
  }),
).meta({ id: 'StageDefinition' });

const move = carries<StageMove>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('propose'), ...terms, because: z.string() }),
    z.strictObject({ kind: z.literal('approve'), side }),
    z.strictObject({ kind: z.literal('withdraw') }),
  ]),
);

/** What marketing and sales have agreed that an MQL and an SQL is, and changes that wait for an approval. */
export const leadStages = endpoint({
  method: 'GET',
  path: '/api/lead-stages',
  concept: 'agreement',
  summary: { ja: 'MQL・SQLの定義（マーケティングと営業の合意）', en: 'What an MQL and an SQL is, as marketing and sales agreed' },
  response: z.strictObject({ stages: list(z.strictObject({ stage: leadStage, definition })) }),
});

export const putLeadStage = endpoint({
  method: 'PUT',
  path: '/api/lead-stages/:stage',
  concept: 'agreement',
  summary: { ja: 'MQL・SQLの定義の変更の提案・承認', en: 'Proposes or approves what a stage of leads means' },
  params: z.strictObject({ stage: leadStage }),
  body: z.strictObject({ revision, move }),
  response: z.strictObject({ definition }),
  conflict: z.strictObject({ current: definition }),
});

export type LeadStagesAnswer = ResponseOf<typeof leadStages>;
