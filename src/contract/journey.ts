import { z } from 'zod';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { journeyAnswers } from './journey-answer.ts';
import { journeyQuestion } from './journey-question.ts';
import { draft, planId } from './plan.ts';
import { day, instant, list, revision, text } from './scalar.ts';

/** What there is to ask about: events by person, their dimensions, and since when. */
export const journeyContents = endpoint({
  method: 'GET',
  path: '/api/journeys',
  concept: 'journey',
  summary: { ja: '行動データの内容', en: 'What is known of journeys' },
  response: z.strictObject({
    events: z.int(),
    people: z.int(),
    /** First and last moment; ms since 1970 by the clock on the wall. Null without events. */
    span: z.strictObject({ first: z.number(), last: z.number() }).nullable(),
    /** The workspace's day. */
    today: day,
    /** Most frequent first. */
    names: list(
      z.strictObject({ name: z.string(), label: text, events: z.int(), dimensions: list(z.string()), hasValue: z.boolean() }),
    ),
    dimensions: list(z.strictObject({ id: z.string(), label: text, values: list(z.string().nullable()) })),
    currency: z.string(),
    /** Digits after the point of the values' unit. */
    valueDigits: z.int(),
  }),
});

/** Any question about journeys; the answer holds counts and sums, in the smallest unit of the currency. */
export const askJourney = endpoint({
  method: 'POST',
  path: '/api/journeys/ask',
  concept: 'journey',
  summary: { ja: '行動データへの質問', en: 'Asks about journeys' },
  readsOnly: true,
  body: z.strictObject({ question: journeyQuestion }),
  response: z.strictObject(journeyAnswers).partial(),
});

const pages = z.enum(['leaving', 'channels', 'returning', 'customers']);

const input = z.strictObject({
  name: z.string().min(1).max(200),
  page: pages,
  /** The page's choices as they stand in its address. */
  search: z.string().max(8_000),
});

export const savedAnalysis = input
  .extend({
    id: z.string(),
    author: z.string(),
    at: instant,
    /** Since when it stands on the board. */
    pinnedAt: instant.nullable(),
    revision,
  })
  .meta({ id: 'SavedAnalysis' });

/** Analyses that were kept: the question, not its answer. */
export const savedAnalyses = endpoint({
  method: 'GET',
  path: '/api/analyses',
  concept: 'journey',
  summary: { ja: '保存した分析の一覧', en: 'The analyses that were kept' },
  response: z.strictObject({ analyses: list(savedAnalysis) }),
});

export const saveAnalysis = endpoint({
  method: 'POST',
  path: '/api/analyses',
  concept: 'journey',
  summary: { ja: '分析の保存', en: 'Keeps an analysis' },
  body: input,
  response: z.strictObject({ analysis: savedAnalysis }),
});

export const removeAnalysis = endpoint({
  method: 'DELETE',
  path: '/api/analyses/:analysis',
  concept: 'journey',
  summary: { ja: '保存した分析の削除', en: 'Removes an analysis' },
  params: z.strictObject({ analysis: z.string() }),
  query: z.strictObject({ revision: z.coerce.number<number | string>().int().min(0) }),
  response: z.strictObject({}),
  conflict: z.strictObject({ current: savedAnalysis }),
});

export const pinAnalysis = endpoint({
  method: 'PUT',
  path: '/api/analyses/:analysis/pin',
  concept: 'journey',
  summary: { ja: '保存した分析をボードに置く・外す', en: 'Pins an analysis to the board, or takes it off' },
  params: z.strictObject({ analysis: z.string() }),
  body: z.strictObject({ pinned: z.boolean(), revision }),
  response: z.strictObject({ analysis: savedAnalysis }),
  conflict: z.strictObject({ current: savedAnalysis }),
});

/** Writes what an analysis found onto a stated influence, in the draft of whoever acts. */
export const addFinding = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/findings',
  concept: 'journey',
  summary: { ja: '分析を影響の根拠として下書きに書く', en: 'Writes a finding onto an influence in the draft' },
  params: z.strictObject({ plan: planId }),
  body: z.strictObject({
    /** The influence: who states it, and upon what. */
    from: z.string().max(200),
    to: z.string().max(200),
    says: z.string().min(1).max(1_000),
    page: pages,
    search: z.string().max(8_000),
    /** Revision of the draft that is changed; 0 when there is none. */
    revision,
  }),
  /** Null where the plan says it already and nothing is being changed. */
  response: z.strictObject({ draft: draft.nullable() }),
  conflict: z.strictObject({ current: draft.nullable() }),
});

export type JourneyContentsAnswer = ResponseOf<typeof journeyContents>;
export type SavedAnalysis = z.output<typeof savedAnalysis>;
export type AnalysisPage = z.output<typeof pages>;
