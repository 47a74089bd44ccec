import { z } from 'zod';
import { ANSWERS, PROPOSAL_STATES, REPLIES, SIDES } from '#core/agree/proposal.ts';
import { check } from './check.ts';
import { endpoint } from './endpoint.ts';
import { planId, planTexts, versionEntry } from './plan.ts';
import { planView } from './plan-view.ts';
import { day, instant, list, text } from './scalar.ts';

const side = z.enum(SIDES);
const approver = z.strictObject({ side, member: z.string() });

const objection = z.strictObject({
  id: z.string(),
  /** The KPI it is about; null: the plan as a whole. */
  node: z.string().nullable(),
  by: z.string(),
  text: z.string(),
  at: instant,
  reply: z.strictObject({ by: z.string(), kind: z.enum(REPLIES), text: z.string(), at: instant }).nullable(),
});

/** A draft that was put forward, with all that was said about it. */
export const proposal = z
  .strictObject({
    id: z.string(),
    plan: z.string(),
    /** Number of the version it was made from; 0: none. */
    base: z.int(),
    reason: z.string(),
    author: z.string(),
    at: instant,
    state: z.enum(PROPOSAL_STATES),
    /** The version that came of it. */
    version: z.int().nullable(),
    approvers: list(approver),
    answers: list(approver.extend({ answer: z.enum(ANSWERS), note: z.string(), at: instant })),
    objections: list(objection),
    standing: z.strictObject({
      isAgreed: z.boolean(),
      /** Another version was published since. */
      isOvertaken: z.boolean(),
      missingSides: list(side),
      waitsFor: list(approver),
      openObjections: z.int(),
    }),
  })
  .meta({ id: 'Proposal' });

export type ProposalView = z.output<typeof proposal>;

const one = z.strictObject({ proposal });
const ofPlan = z.strictObject({ plan: planId });
const ofProposal = z.strictObject({ proposal: z.string() });

export const proposals = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/proposals',
  concept: 'agreement',
  summary: { ja: '起案の一覧（新しい順）', en: 'Proposals of a plan, newest first' },
  params: ofPlan,
  response: z.strictObject({
    proposals: list(proposal),
    /** Whom to ask by default. */
    usual: list(approver),
  }),
});

export const proposalTexts = endpoint({
  method: 'GET',
  path: '/api/proposals/:proposal',
  concept: 'agreement',
  summary: { ja: '起案1件（本文、画面用の形、検算の結果）', en: 'A proposal: texts, view for screens, check' },
  params: ofProposal,
  response: one.extend({ texts: planTexts, view: planView.nullable(), check }),
});

/** The acting member's draft is frozen and put before those named. */
export const propose = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/proposals',
  concept: 'agreement',
  summary: { ja: '下書きの起案', en: 'Puts the draft forward' },
  params: ofPlan,
  body: z.strictObject({ reason: z.string(), approvers: list(approver) }),
  response: one,
});

export const answerProposal = endpoint({
  method: 'POST',
  path: '/api/proposals/:proposal/answer',
  concept: 'agreement',
  summary: { ja: '起案への回答（承認・差戻し・持ち帰り）', en: 'Approves a proposal, sends it back or takes it away' },
  params: ofProposal,
  body: z.strictObject({ side, answer: z.enum(ANSWERS), note: z.string().default('') }),
  response: one,
});

export const objectToProposal = endpoint({
  method: 'POST',
  path: '/api/proposals/:proposal/objections',
  concept: 'agreement',
  summary: { ja: '起案への異議', en: 'Objects to a proposal' },
  params: ofProposal,
  body: z.strictObject({ node: z.string().nullable().default(null), text: z.string() }),
  response: one,
});

export const replyToObjection = endpoint({
  method: 'POST',
  path: '/api/proposals/:proposal/objections/:objection',
  concept: 'agreement',
  summary: { ja: '異議への回答', en: 'Answers an objection, or takes it back' },
  params: ofProposal.extend({ objection: z.string() }),
  body: z.strictObject({ kind: z.enum(REPLIES), text: z.string().default('') }),
  response: one,
});

export const withdrawProposal = endpoint({
  method: 'POST',
  path: '/api/proposals/:proposal/withdraw',
  concept: 'agreement',
  summary: { ja: '起案の取り下げ', en: 'Takes a proposal back' },
  params: ofProposal,
  body: z.strictObject({}),
  response: one,
});

/** Refused until all three sides have approved and every objection has an answer. */
export const publishProposal = endpoint({
  method: 'POST',
  path: '/api/proposals/:proposal/publish',
  concept: 'agreement',
  summary: { ja: '合意した起案の公開（共有の計画にする）', en: 'Publishes what was agreed as a shared version' },
  params: ofProposal,
  body: z.strictObject({ effectiveFrom: day.exactOptional(), name: text.exactOptional() }),
  response: one.extend({ version: versionEntry }),
});

const planNamed = { plan: z.string(), name: text };

/** What the acting member has to answer, and new versions of plans they answer for a part of; all empty when nobody is acting. */
export const agreementDuties = endpoint({
  method: 'GET',
  path: '/api/agreement',
  concept: 'agreement',
  summary: { ja: '自分の承認待ち・回答待ち・計画の変更', en: 'What I have to approve or answer, and which plans changed' },
  response: z.strictObject({
    approvals: list(z.strictObject({ ...planNamed, author: z.string(), at: instant, reason: z.string(), sides: list(side) })),
    objections: list(z.strictObject({ ...planNamed, by: z.string(), node: z.string().nullable(), text: z.string() })),
    notices: list(
      z.strictObject({
        ...planNamed,
        /** The newest version the member knows, and the newest there is. */
        from: z.int(),
        to: z.int(),
        author: z.string(),
        at: instant,
        reason: z.string(),
      }),
    ),
  }),
});

/** The acting member has read what changed up to a version. */
export const seeVersion = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/seen',
  concept: 'agreement',
  summary: { ja: '計画の変更を確認済みにする', en: 'Notes that the changes of a plan have been read' },
  params: ofPlan,
  body: z.strictObject({ version: z.int().min(1) }),
  response: z.strictObject({}),
});
