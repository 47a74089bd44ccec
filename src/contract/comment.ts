import { z } from 'zod';
import type { Comment } from '#core/act/comment.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { kpiRef } from './kpi-ref.ts';
import { dayRange, instant, list, revision, text } from './scalar.ts';

const written = z.strictObject({ cause: z.string(), countermeasure: z.string() });

export const comment = carries<Comment & { readonly revision: number; readonly writtenAt: string }>()(
  written.extend({
    id: z.string(),
    kpi: kpiRef,
    period: z.string(),
    author: z.string(),
    revision,
    writtenAt: instant,
  }),
).meta({ id: 'Comment' });

/** A period that comments are written for: a business month `2026-11`, or a week by its ISO name `2026-W47`. */
export const commentPeriod = z.string().regex(/^[0-9]{4}-(?:0[1-9]|1[0-2]|W[0-5][0-9])$/);

/** A comment that its KPI's owner has not written yet. */
export const missingComment = z
  .strictObject({
    plan: z.string(),
    node: z.string(),
    name: text,
    owner: z.string(),
    period: z.string(),
    range: dayRange,
  })
  .meta({ id: 'MissingComment' });

const params = z.strictObject({ comment: z.string() });
const one = z.strictObject({ comment });
const conflict = z.strictObject({ current: comment });

export const comments = endpoint({
  method: 'GET',
  path: '/api/comments',
  concept: 'comment',
  summary: { ja: '要因・対策のコメント', en: 'Comments: causes and countermeasures' },
  query: z.strictObject({
    plan: z.string().exactOptional(),
    node: z.string().exactOptional(),
    period: z.array(z.string()).readonly().exactOptional(),
  }),
  response: z.strictObject({ comments: list(comment) }),
});

export const missingComments = endpoint({
  method: 'GET',
  path: '/api/comments/missing',
  concept: 'comment',
  summary: { ja: '未記入のコメント', en: 'Comments that are not written yet for a period' },
  query: z.strictObject({
    /** The last month that is over when absent. */
    period: commentPeriod.exactOptional(),
    plan: z.string().exactOptional(),
    owner: z.string().exactOptional(),
  }),
  response: z.strictObject({ period: z.string(), written: z.int(), missing: list(missingComment) }),
});

export const createComment = endpoint({
  method: 'POST',
  path: '/api/comments',
  concept: 'comment',
  summary: { ja: 'コメントの記入', en: 'Writes a comment on a KPI for a period' },
  body: written.extend({ kpi: kpiRef, period: commentPeriod }),
  response: one,
});

export const editComment = endpoint({
  method: 'PUT',
  path: '/api/comments/:comment',
  concept: 'comment',
  summary: { ja: 'コメントの編集', en: 'Changes the words of a comment' },
  params,
  body: written.extend({ revision }),
  response: one,
  conflict,
});

export const removeComment = endpoint({
  method: 'DELETE',
  path: '/api/comments/:comment',
  concept: 'comment',
  summary: { ja: 'コメントの削除', en: 'Removes a comment' },
  params,
  query: z.strictObject({ revision: z.coerce.number<number | string>().int() }),
  response: one,
  conflict,
});
