import { z } from 'zod';
import { check } from './check.ts';
import { endpoint } from './endpoint.ts';
import { draft, planId, planTexts, versionEntry } from './plan.ts';
import { planView } from './plan-view.ts';
import { day, list, revision, text } from './scalar.ts';

const params = z.strictObject({ plan: planId });
const versionParams = z.strictObject({ plan: planId, version: z.string().meta({ description: 'Number or name' }) });
const versionTexts = z.strictObject({ version: versionEntry, texts: planTexts });

/** Refused while the plan has errors. Nothing is merged: on top of another's version it is a conflict with all three texts. */
export const publishPlan = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/publish',
  concept: 'plan-version',
  summary: { ja: '計画の公開（新しい版にする）', en: 'Makes a new version of a plan' },
  params,
  body: z.strictObject({
    reason: z.string().max(2_000),
    /** The texts to publish, and the version they were made from; the acting member's draft when absent. */
    texts: planTexts.extend({ base: z.int().min(0) }).exactOptional(),
    /** First day the new targets hold; today when absent, the plan's first day for a first version. */
    effectiveFrom: day.exactOptional(),
    /** Freezes the new version under a name at once. */
    name: text.exactOptional(),
  }),
  response: z.strictObject({ kind: z.enum(['published', 'unchanged']), version: versionEntry, check }),
  conflict: z.strictObject({
    /** The version both started from; null when there was none. */
    base: versionTexts.nullable(),
    theirs: versionTexts,
    mine: planTexts,
  }),
});

export const planVersions = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/versions',
  concept: 'plan-version',
  summary: { ja: '版の一覧（古い順）', en: 'Versions of a plan, oldest first' },
  params,
  response: z.strictObject({ versions: list(versionEntry) }),
});

export const planVersion = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/versions/:version',
  concept: 'plan-version',
  summary: { ja: '版1件', en: 'One version with its texts' },
  params: versionParams,
  response: versionTexts.extend({ view: planView.nullable(), check }),
});

export const namePlanVersion = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/versions/:version/name',
  concept: 'plan-version',
  summary: { ja: '版に名前を付けて固定', en: 'Freezes a version under a name, for good' },
  params: versionParams,
  body: z.strictObject({ name: text }),
  response: z.strictObject({ version: versionEntry }),
  /** The name belongs to another version. */
  conflict: z.strictObject({ current: z.int() }),
});

/** Nothing is published: the old texts become the acting member's draft on top of the newest version. */
export const restorePlanVersion = endpoint({
  method: 'POST',
  path: '/api/plans/:plan/versions/:version/restore',
  concept: 'plan-version',
  summary: { ja: '以前の版から下書きを作成', en: 'Makes a draft from an earlier version' },
  params: versionParams,
  body: z.strictObject({
    /** Revision of the draft that is replaced; 0 when there is none. */
    revision,
  }),
  response: z.strictObject({ draft }),
  conflict: z.strictObject({ current: draft.nullable() }),
});
