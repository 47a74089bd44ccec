import { z } from 'zod';
import type { GuidedAnswers } from '#core/begin/guided-plan.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { day, instant, list, revision } from './scalar.ts';

const words = z.record(z.string(), z.string());

const answers = carries<GuidedAnswers>()(
  z.strictObject({
    aim: z.string(),
    area: z.string(),
    goal: z.string(),
    target: z.string(),
    population: z.string(),
    from: day,
    to: day,
    formulas: words,
    ownFormula: z.string(),
    alternatives: list(z.string()),
    factors: list(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        because: z.string(),
        part: z.string(),
        kpis: list(z.string()),
      }),
    ),
    impacts: words,
    feasibilities: words,
    shares: words,
    targets: words,
    owners: words,
    owner: z.string(),
    name: z.string(),
  }),
);

const step = z.int().min(0).max(100);

const kept = z
  .strictObject({
    answers,
    /** The question one stands at, from 0. */
    step,
    revision,
    updatedAt: instant,
  })
  .meta({ id: 'GuidedAnswers' });

export const guidedAnswers = endpoint({
  method: 'GET',
  path: '/api/guided-answers',
  concept: 'draft',
  summary: {
    ja: '質問に答えてつくる計画の、自分の途中の回答',
    en: "The acting member's answers to the questions a plan begins with",
  },
  response: z.strictObject({ kept: kept.nullable() }),
});

/** Kept as they are given; what a plan cannot be made of yet is kept as well. */
export const saveGuidedAnswers = endpoint({
  method: 'PUT',
  path: '/api/guided-answers',
  concept: 'draft',
  summary: { ja: '途中の回答の保存', en: "Keeps the acting member's answers" },
  body: z.strictObject({
    answers,
    step,
    /** The revision the answers were loaded with; 0 for the first. */
    revision,
  }),
  response: z.strictObject({ kept }),
  /** Given elsewhere in between; null when a plan was made of them there, or they were thrown away. */
  conflict: z.strictObject({ current: kept.nullable() }),
});

export const discardGuidedAnswers = endpoint({
  method: 'DELETE',
  path: '/api/guided-answers',
  concept: 'draft',
  summary: { ja: '途中の回答の破棄', en: "Throws the acting member's answers away" },
  response: z.strictObject({}),
});
