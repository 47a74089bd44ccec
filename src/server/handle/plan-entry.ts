import type { z } from 'zod';
import type { planEntry } from '#contract/plan.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import type { App } from '#engine/app/app.ts';
import { checkedPlan } from '#engine/app/checked-plan.ts';
import type { StoredPlan } from '#engine/ledger/plan-store.ts';
import { latestVersion } from '#engine/ledger/plan-version-store.ts';
import type { Known } from '#engine/query/knowledge.ts';

type PlanEntry = z.output<typeof planEntry>;

/** A plan as lists show it. */
export async function planEntryOf(app: App, known: Known, plan: StoredPlan): Promise<PlanEntry> {
  const version = await latestVersion(app.workspace.ledger.db, plan.id);
  const check = version && checkedPlan(app, version, known.metrics.catalogue, known.key);
  return { ...plan, version: version?.number ?? null, period: check?.parsed?.plan.period ?? null };
}

/** The same for a plan that has a draft only. */
export function newPlanEntry(plan: StoredPlan, yaml: string, known: Known): PlanEntry {
  const parsed = parsePlan({ yaml }, known.metrics.catalogue);
  return { ...plan, version: null, period: parsed.ok ? parsed.value.plan.period : null };
}
