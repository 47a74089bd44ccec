import { z } from 'zod';
import type { Lesson } from '#core/act/lesson.ts';
import { carries } from './carries.ts';
import { effectVerdict } from './effect.ts';
import { endpoint } from './endpoint.ts';
import { kpiRef } from './kpi-ref.ts';
import { list, revision } from './scalar.ts';

export const lesson = carries<Lesson & { readonly revision: number }>()(
  z.strictObject({
    id: z.string(),
    initiative: z.string().nullable(),
    title: z.string(),
    hypothesis: z.string(),
    lesson: z.string(),
    kpis: list(kpiRef),
    outcome: z.enum(['standardise', 'expand', 'modify', 'stop', 'new-hypothesis']).nullable(),
    verdict: effectVerdict.nullable(),
    channel: z.string().nullable(),
    industry: z.string().nullable(),
    revision,
  }),
).meta({ id: 'Lesson' });

export const lessons = endpoint({
  method: 'GET',
  path: '/api/lessons',
  concept: 'lesson',
  summary: { ja: '学びの検索（新しい順）', en: 'Finds lessons of successes and failures, newest first' },
  query: z.strictObject({
    /** All of these words must occur, in any field. */
    words: z.string().max(200).exactOptional(),
    plan: z.string().exactOptional(),
    node: z.string().exactOptional(),
  }),
  response: z.strictObject({ lessons: list(lesson) }),
});

export const editLesson = endpoint({
  method: 'PUT',
  path: '/api/lessons/:lesson',
  concept: 'lesson',
  summary: { ja: '学びの編集', en: 'Changes the words of a lesson, or files it' },
  params: z.strictObject({ lesson: z.string() }),
  body: z.strictObject({
    revision,
    title: z.string(),
    lesson: z.string(),
    channel: z.string().nullable(),
    industry: z.string().nullable(),
  }),
  response: z.strictObject({ lesson }),
  conflict: z.strictObject({ current: lesson }),
});
