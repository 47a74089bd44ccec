import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { draft, planId } from './plan.ts';
import { revision } from './scalar.ts';

const params = z.strictObject({ plan: planId });

export const readDraft = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/draft',
  concept: 'draft',
  summary: { ja: '自分の下書き', en: "The acting member's draft" },
  params,
  response: z.strictObject({ draft: draft.nullable() }),
});

/** Saved as typed, whatever its problems are; publishing is what refuses errors. */
export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan/draft',
  concept: 'draft',
  summary: { ja: '下書きの保存', en: "Saves the acting member's draft" },
  params,
  body: z.strictObject({
    yaml: z.string(),
    sheet: z.string(),
    base: z.int().min(0),
    /** The revision the texts were loaded with; 0 for a new draft. */
    revision,
  }),
  response: z.strictObject({ draft }),
  /** Saved by another window in between; null when it was published or thrown away there. */
  conflict: z.strictObject({ current: draft.nullable() }),
});

export const discardDraft = endpoint({
  method: 'DELETE',
  path: '/api/plans/:plan/draft',
  concept: 'draft',
  summary: { ja: '下書きの破棄', en: "Throws the acting member's draft away" },
  params,
  response: z.strictObject({}),
});
