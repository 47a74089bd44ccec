import { isMeasured } from '#core/progress/measured-by.ts';
import { sameText } from '#core/text/text.ts';
import { throughOf } from '#engine/progress/last-day.ts';
import { stagePlan } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { value } from '../reply.ts';
import { unstaged } from '../unstaged.ts';

export const planSourcesHandlers: HandlersOf<'planSources'> = {
  planSources: async ({ plan }, { app }) => {
    const staged = await stagePlan(app, { plan });
    if (staged.kind !== 'staged') return unstaged(staged, plan);
    const { known, sources, plan: read } = staged.stage;
    const { definitions, catalogue } = known.metrics;
    return value({
      plan,
      nodes: [...read.nodes.values()].map(({ id, name, role, owner }) => {
        const { by, missing, datasets } = sources.byNode.get(id) ?? { by: 'none' as const, missing: [], datasets: [] };
        return {
          node: id,
          name,
          role,
          owner: owner ?? null,
          by,
          measurable: isMeasured(by),
          sources: datasets.map(dataset => {
            const defined = definitions.datasets.get(dataset);
            return {
              dataset,
              name: defined?.dataset.name ?? sameText(dataset),
              source: defined?.source ?? null,
              owner: defined?.owner ?? null,
              refresh: defined?.refresh ?? null,
              through: throughOf(known.live.get(dataset) ?? []) ?? null,
            };
          }),
          missing: missing.map(metric => ({ metric, name: catalogue.metrics.get(metric)?.name ?? sameText(metric) })),
        };
      }),
    });
  },
};
