import { checkOf } from '#contract/check-of.ts';
import { planViewOf } from '#contract/plan-view-of.ts';
import type { App } from '#engine/app/app.ts';
import { reviewedPlan } from '#engine/app/checked-plan.ts';
import { restoreAsDraft } from '#engine/app/plan-drafts.ts';
import { publish } from '#engine/app/plan-publishing.ts';
import { versionAsked, versionEntry } from '#engine/app/plan-version-asked.ts';
import { findPlan } from '#engine/ledger/plan-store.ts';
import { listVersions, nameVersion, type PlanVersion } from '#engine/ledger/plan-version-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, missing, problems, value } from '../reply.ts';
import { requestProblem } from '../request-messages.ts';
import { draftReply } from './draft.ts';

export const planVersionHandlers: HandlersOf<
  'publishPlan' | 'planVersions' | 'planVersion' | 'namePlanVersion' | 'restorePlanVersion'
> = {
  publishPlan: async ({ plan, body }, { app, by }) => {
    const { published, check, texts } = await publish(app, by, { plan, ...body });
    switch (published.kind) {
      case 'published':
      case 'unchanged':
        if (!check) throw new Error('published without a check');
        return value({ kind: published.kind, version: await versionEntry(app, published.version), check: checkOf(check) });
      case 'conflict':
        return conflict({
          base: published.base ? await textsOf(app, published.base) : null,
          theirs: await textsOf(app, published.theirs),
          mine: { yaml: texts?.yaml ?? '', sheet: texts?.sheet ?? '' },
        });
      case 'name-taken':
        return problems([requestProblem('version-name-taken', { version: published.by }, { at: ['name'] })]);
      case 'refused':
        return problems(published.problems);
      case 'missing':
        return missing(plan);
    }
  },

  planVersions: async ({ plan }, { app }) => {
    const { db } = app.workspace.ledger;
    if (!(await findPlan(db, plan))) return missing(plan);
    return value({ versions: await listVersions(db, plan) });
  },

  planVersion: async ({ plan, version: asked }, { app }) => {
    const version = await versionAsked(app, plan, { version: asked });
    if (!version) return missing(`${plan}@${asked}`);
    const known = await knownAt(app);
    const check = reviewedPlan(app, version, known.metrics.catalogue, known.key);
    const view = check.parsed ? planViewOf(check.parsed, known.metrics.catalogue) : null;
    return value({ ...(await textsOf(app, version)), view, check: checkOf(check) });
  },

  namePlanVersion: async ({ plan, version: asked, body }, { app, by }) => {
    const version = await versionAsked(app, plan, { version: asked });
    if (!version) return missing(`${plan}@${asked}`);
    const named = await app.workspace.ledger.change(by, change => nameVersion(change, plan, version.number, body.name));
    if (named.kind === 'conflict') return conflict({ current: named.current });
    return named.kind === 'missing' ? missing(`${plan}@${asked}`) : value({ version: await versionEntry(app, version) });
  },

  restorePlanVersion: async ({ plan, version: asked, body }, { app, by }) => {
    const version = await versionAsked(app, plan, { version: asked });
    if (!version) return missing(`${plan}@${asked}`);
    const saved = await restoreAsDraft(app, by, plan, version, body.revision);
    return draftReply(saved, plan, draft => ({ draft }));
  },
};

async function textsOf(app: App, version: PlanVersion) {
  return { version: await versionEntry(app, version), texts: { yaml: version.yaml, sheet: version.sheet } };
}
