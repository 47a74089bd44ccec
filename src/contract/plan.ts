import { z } from 'zod';
import { check } from './check.ts';
import { endpoint } from './endpoint.ts';
import { planView } from './plan-view.ts';
import { day, instant, list, text } from './scalar.ts';

/** The two texts of a plan, byte for byte. */
export const planTexts = z.strictObject({ yaml: z.string(), sheet: z.string() });

export const planId = z.string().min(1).max(100);

export const planEntry = z
  .strictObject({
    id: planId,
    name: text,
    state: z.enum(['active', 'archived']),
    createdAt: instant,
    createdBy: z.string(),
    /** Number of the newest version; null while there is none. */
    version: z.int().nullable(),
    /** First and last day of the newest version; null where it cannot be read. */
    period: z.strictObject({ from: day, to: day }).nullable(),
  })
  .meta({ id: 'PlanEntry' });

/** A published version without its texts. */
export const versionEntry = z
  .strictObject({
    plan: z.string(),
    /** 1, 2, 3 … */
    number: z.int(),
    /** Number of the version it was made from; 0 for the first. */
    base: z.int(),
    author: z.string(),
    reason: z.string(),
    definitionsHash: z.string(),
    /** First day its targets hold. */
    effectiveFrom: day,
    publishedAt: instant,
    /** Names it was frozen under: 期初計画, 修正計画 … */
    names: list(text),
  })
  .meta({ id: 'PlanVersion' });

export const draft = z
  .strictObject({
    yaml: z.string(),
    sheet: z.string(),
    /** Number of the version it was made from; 0 when there was none. */
    base: z.int(),
    /** Counts the savings. */
    revision: z.int(),
    updatedAt: instant,
  })
  .meta({ id: 'Draft' });

export const plans = endpoint({
  method: 'GET',
  path: '/api/plans',
  keyRight: 'read',
  concept: 'plan',
  summary: { ja: '計画の一覧', en: 'The plans of the workspace' },
  response: z.strictObject({ plans: list(planEntry) }),
});

/** The plan's id is the one its text names. The texts become the acting member's draft; nothing is published. */
export const createPlan = endpoint({
  method: 'POST',
  path: '/api/plans',
  concept: 'plan',
  summary: { ja: '計画の作成（下書きとして保存）', en: 'Creates a plan from its text, as a draft' },
  body: z.strictObject({ yaml: z.string(), sheet: z.string().default('') }),
  response: z.strictObject({ plan: planEntry, draft }),
  conflict: z.strictObject({ current: planEntry }),
});

export const changePlan = endpoint({
  method: 'PUT',
  path: '/api/plans/:plan',
  concept: 'plan',
  summary: { ja: '計画の名称変更・保管', en: 'Renames a plan, puts it away, or takes it out again' },
  params: z.strictObject({ plan: planId }),
  body: z.strictObject({ name: text.exactOptional(), state: z.enum(['active', 'archived']).exactOptional() }),
  response: z.strictObject({ plan: planEntry }),
});

/** A version of a plan for the screens: the newest, the one asked for by number or name, or the one known on a day. */
export const plan = endpoint({
  method: 'GET',
  path: '/api/plans/:plan',
  concept: 'plan',
  summary: {
    ja: '計画1件（本文、画面用の形、検算の結果、自分の下書き）',
    en: 'A plan: texts, view for screens, check, my draft',
  },
  params: z.strictObject({ plan: planId }),
  query: z.strictObject({ version: z.string().exactOptional(), 'as-known': day.exactOptional() }),
  response: z.strictObject({
    plan: planEntry,
    /** Null while nothing is published. */
    version: versionEntry.nullable(),
    texts: planTexts.nullable(),
    /** Null where the text cannot be read as a plan; the check says why. */
    view: planView.nullable(),
    check: check.nullable(),
    draft: draft.nullable(),
    /** Who else has unpublished changes. */
    otherDrafts: list(z.strictObject({ member: z.string(), base: z.int(), updatedAt: instant })),
  }),
});
