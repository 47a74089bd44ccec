import type { Initiative } from '#core/act/initiative.ts';
import type { KpiTracking } from '#core/act/tracking-readiness.ts';
import { sameText } from '#core/text/text.ts';
import { datasetsOf } from '../importing/rebuild-data.ts';
import { listBatches } from '../ledger/batch-store.ts';
import { stagePlan } from '../progress/plan-stage.ts';
import { knownAt } from '../query/knowledge.ts';
import type { App } from './app.ts';

/** How the KPIs that an initiative is meant to move are measured. [ACT-50] */
export async function kpiTracking(app: App, { kpis }: Pick<Initiative, 'kpis'>): Promise<readonly KpiTracking[]> {
  const known = await knownAt(app);
  const datasets = await datasetsOf(app, (await listBatches(app.workspace.ledger.db)).toReversed());
  const found: KpiTracking[] = [];
  for (const { plan, node } of kpis) {
    const staged = await stagePlan(app, { plan });
    if (staged.kind !== 'staged') continue;
    const source = staged.stage.sources.byNode.get(node);
    const name = staged.stage.plan.nodes.get(node)?.name ?? sameText(node);
    found.push({
      name,
      datasets: (source?.asked === undefined ? [] : source.datasets).map(id => ({
        name: datasets.get(id)?.name ?? sameText(id),
        hasRows: (known.live.get(id) ?? []).length > 0,
        columns: (datasets.get(id)?.columns ?? []).map(column => column.id),
      })),
    });
  }
  return found;
}
