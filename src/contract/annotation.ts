import { z } from 'zod';
import type { Annotation } from '#core/act/annotation.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { day, dayRange, list, revision } from './scalar.ts';

export const annotation = carries<Annotation & { readonly revision: number }>()(
  z.strictObject({
    id: z.string(),
    plan: z.string().nullable(),
    node: z.string().nullable(),
    days: dayRange,
    text: z.string(),
    source: z.enum(['person', 'initiative', 'campaign', 'season', 'import']),
    sourceId: z.string().nullable(),
    revision,
  }),
).meta({ id: 'Annotation' });

/** What people write themselves; notes of initiatives and imports come by themselves. */
const annotationInput = z.strictObject({
  plan: z.string().nullable(),
  node: z.string().nullable(),
  days: dayRange,
  text: z.string(),
  source: z.enum(['person', 'campaign', 'season']).default('person'),
});

const params = z.strictObject({ annotation: z.string() });
const one = z.strictObject({ annotation });
const conflict = z.strictObject({ current: annotation });

export const annotations = endpoint({
  method: 'GET',
  path: '/api/annotations',
  concept: 'annotation',
  summary: { ja: 'グラフの注記', en: 'Notes on charts, by their first day' },
  query: z.strictObject({
    plan: z.string().exactOptional(),
    node: z.string().exactOptional(),
    from: day.exactOptional(),
    to: day.exactOptional(),
  }),
  response: z.strictObject({ annotations: list(annotation) }),
});

export const createAnnotation = endpoint({
  method: 'POST',
  path: '/api/annotations',
  concept: 'annotation',
  summary: { ja: '注記の追加', en: 'Adds a note' },
  body: annotationInput,
  response: one,
});

export const editAnnotation = endpoint({
  method: 'PUT',
  path: '/api/annotations/:annotation',
  concept: 'annotation',
  summary: { ja: '注記の編集', en: 'Changes a note' },
  params,
  body: z.strictObject({ revision, annotation: annotationInput }),
  response: one,
  conflict,
});

export const removeAnnotation = endpoint({
  method: 'DELETE',
  path: '/api/annotations/:annotation',
  concept: 'annotation',
  summary: { ja: '注記の削除', en: 'Removes a note' },
  params,
  query: z.strictObject({ revision: z.coerce.number<number | string>().int() }),
  response: one,
  conflict,
});
