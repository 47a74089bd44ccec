import { checkOf } from '#contract/check-of.ts';
import { planViewOf } from '#contract/plan-view-of.ts';
import { reviewedPlan } from '#engine/app/checked-plan.ts';
import { beginPlan } from '#engine/app/plan-drafts.ts';
import { versionAsked, versionEntry } from '#engine/app/plan-version-asked.ts';
import { listDrafts, readDraft } from '#engine/ledger/draft-store.ts';
import { changePlan, findPlan, listPlans } from '#engine/ledger/plan-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { conflict, missing, problems, value } from '../reply.ts';
import { draftView } from './draft.ts';
import { newPlanEntry, planEntryOf } from './plan-entry.ts';

export const planHandlers: HandlersOf<'plans' | 'createPlan' | 'changePlan' | 'plan' | 'checkTexts'> = {
  plans: async (_, { app }) => {
    const known = await knownAt(app);
    const stored = await listPlans(app.workspace.ledger.db);
    return value({ plans: await Promise.all(stored.map(plan => planEntryOf(app, known, plan))) });
  },

  createPlan: async ({ body }, { app, by }) => {
    const begun = await beginPlan(app, by, body);
    const known = await knownAt(app);
    switch (begun.kind) {
      case 'begun':
        return value({ plan: newPlanEntry(begun.plan, body.yaml, known), draft: draftView(begun.draft) });
      case 'conflict':
        return conflict({ current: await planEntryOf(app, known, begun.current) });
      case 'refused':
        return problems(begun.problems);
    }
  },

  changePlan: async ({ plan, body }, { app, by }) => {
    const written = await app.workspace.ledger.change(by, change => changePlan(change, plan, body));
    if (written.kind !== 'written') return missing(plan);
    return value({ plan: await planEntryOf(app, await knownAt(app), written.value) });
  },

  plan: async ({ plan: id, version: asked, 'as-known': asKnown }, { app, member }) => {
    const known = await knownAt(app, asKnown);
    const { db } = app.workspace.ledger;
    const stored = await findPlan(db, id);
    if (!stored) return missing(id);
    const version = await versionAsked(app, id, { version: asked, asKnown: known.asKnown });
    if (!version && asked !== undefined) return missing(`${id}@${asked}`);
    const draft = member === undefined ? undefined : await readDraft(db, id, member);
    const check = version && reviewedPlan(app, version, known.metrics.catalogue, known.key);
    const others = (await listDrafts(db, id)).filter(other => other.member !== member);
    return value({
      plan: await planEntryOf(app, known, stored),
      version: version ? await versionEntry(app, version) : null,
      texts: version ? { yaml: version.yaml, sheet: version.sheet } : null,
      view: check?.parsed ? planViewOf(check.parsed, known.metrics.catalogue) : null,
      check: check ? checkOf(check) : null,
      draft: draft ? draftView(draft) : null,
      otherDrafts: others.map(({ member: who, base, updatedAt }) => ({ member: who, base, updatedAt })),
    });
  },

  checkTexts: async ({ body }, { app }) => {
    const known = await knownAt(app);
    const check = reviewedPlan(app, body, known.metrics.catalogue, known.key);
    return value({ check: checkOf(check), view: check.parsed ? planViewOf(check.parsed, known.metrics.catalogue) : null });
  },
};
