import { type MeasurementNames, measurementText } from '#contract/measurement-text.ts';
import type { Definitions } from '#core/metric/definitions.ts';
import { sameText } from '#core/text/text.ts';
import { readFreshness } from '#engine/app/freshness.ts';
import { datasetsOf } from '#engine/importing/rebuild-data.ts';
import { listBatches } from '#engine/ledger/batch-store.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { value } from '../reply.ts';

export const datasetHandlers: HandlersOf<'datasets'> = {
  datasets: async (_, { app }) => {
    const known = await knownAt(app);
    const batches = await listBatches(app.workspace.ledger.db);
    const datasets = await datasetsOf(app, batches.toReversed());
    const { definitions, catalogue } = known.metrics;
    const names: MeasurementNames = {
      dataset: id => datasets.get(id),
      metric: id => definitions.metrics.get(id)?.versions.at(-1)?.metric.name ?? catalogue.metrics.get(id)?.name ?? sameText(id),
    };
    const found = [];
    for (const source of await readFreshness(app, known)) {
      const dataset = datasets.get(source.dataset);
      if (!dataset) continue;
      found.push({
        ...source,
        kind: dataset.kind,
        columns: dataset.columns,
        rows: await app.warehouse.rowCount(source.dataset),
        defined: definitions.datasets.has(source.dataset),
        metrics: metricsOver(source.dataset, definitions, names),
      });
    }
    return value({ datasets: found });
  },
};

function metricsOver(dataset: string, definitions: Definitions, names: MeasurementNames) {
  return [...definitions.metrics.values()].flatMap(({ id, versions }) => {
    const newest = versions.at(-1);
    if (!newest || newest.measurement.kind === 'formula' || newest.measurement.dataset !== dataset) return [];
    return [{ id, name: newest.metric.name, measurement: measurementText(newest.measurement, names) }];
  });
}
