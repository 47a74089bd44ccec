import { parsePlan } from '#core/plan/build-plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import { type Draft, type DraftSaved, readDraft, saveDraft } from '../ledger/draft-store.ts';
import { createPlan, type StoredPlan } from '../ledger/plan-store.ts';
import { latestVersion, type PlanTexts } from '../ledger/plan-version-store.ts';
import { checkStorable } from '../ledger/storable-text.ts';
import type { App } from './app.ts';
import { readAppSettings } from './app-settings.ts';
import { readMetricDefinitions } from './metric-definitions.ts';

export type PlanBegun =
  | { readonly kind: 'begun'; readonly plan: StoredPlan; readonly draft: Draft }
  | { readonly kind: 'conflict'; readonly current: StoredPlan }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Creates the plan that a text names, with the text as the acting member's draft. Refused when it cannot be read as a plan at all. */
export async function beginPlan(app: App, by: string, texts: PlanTexts): Promise<PlanBegun> {
  const { catalogue } = await readMetricDefinitions(app, await readAppSettings(app));
  const parsed = parsePlan(texts, catalogue);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const unstorable = checkStorable({ yaml: texts.yaml, sheet: texts.sheet });
  if (unstorable.length > 0) return { kind: 'refused', problems: unstorable };
  const { id, name } = parsed.value.plan;
  return app.workspace.ledger.change(by, async (change): Promise<PlanBegun> => {
    const created = await createPlan(change, id, name);
    if (created.kind === 'conflict') return { kind: 'conflict', current: created.current };
    const saved = await saveDraft(change, { plan: id, ...texts, base: 0, revision: 0 });
    if (created.kind !== 'written' || saved.kind !== 'saved') throw new Error('a new plan whose draft could not be saved');
    return { kind: 'begun', plan: created.value, draft: saved.draft };
  });
}

/** The texts of a version as the acting member's draft on top of the newest version. `revision`: the draft that is replaced. */
export async function restoreAsDraft(
  app: App,
  by: string,
  plan: string,
  texts: PlanTexts,
  revision: number,
): Promise<DraftSaved> {
  return app.workspace.ledger.change(by, async change => {
    const newest = await latestVersion(change.db, plan);
    const current = await readDraft(change.db, plan, by);
    if ((current?.revision ?? 0) !== revision) return { kind: 'conflict', current: current ?? null };
    return saveDraft(change, { plan, yaml: texts.yaml, sheet: texts.sheet, base: newest?.number ?? 0, revision });
  });
}
