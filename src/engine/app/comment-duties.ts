import type { CommentDuty } from '#core/act/missing-comments.ts';
import type { Text } from '#core/text/text.ts';
import { listPlans } from '../ledger/plan-store.ts';
import { latestVersion } from '../ledger/plan-version-store.ts';
import type { Known } from '../query/knowledge.ts';
import type { App } from './app.ts';
import { checkedPlan } from './checked-plan.ts';

/** A KPI that is to be commented on, with its name. */
export interface NamedDuty extends CommentDuty {
  readonly name: Text;
}

/** The KPIs of all active plans whose owners comment on each period: those with a target and an owner. [ACT-32] */
export async function commentDuties(app: App, known: Known): Promise<readonly NamedDuty[]> {
  const { db } = app.workspace.ledger;
  const duties: NamedDuty[] = [];
  for (const { id, state } of await listPlans(db)) {
    const version = state === 'active' ? await latestVersion(db, id) : undefined;
    const plan = version && checkedPlan(app, version, known.metrics.catalogue, known.key).parsed?.plan;
    for (const { id: node, owner, name, target, watch } of plan?.nodes.values() ?? []) {
      if (owner !== undefined && target && !watch) duties.push({ plan: id, node, owner, name });
    }
  }
  return duties;
}
