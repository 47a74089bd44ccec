import type { Preset } from '#core/measure/recognise/preset.ts';
import type { Said } from '#core/measure/recognise/recognise-context.ts';
import type { App } from '../app/app.ts';
import type { MetricDefinitions } from '../app/metric-definitions.ts';
import { listDefinitions } from '../ledger/definition-store.ts';
import { datasetPreset } from './dataset-preset.ts';
import { parseMapping } from './own-mapping.ts';
import { presetsOfDatasets } from './presets-of-datasets.ts';

/** The workspace's own mappings, then its datasets as mappings; those of one dataset only when the user has named it. */
export async function knownMappings(app: App, { definitions }: MetricDefinitions, said: Said): Promise<readonly Preset[]> {
  const datasets = new Map([...definitions.datasets].map(([id, { dataset }]) => [id, dataset]));
  const stored = await listDefinitions(app.workspace.ledger.db, 'mapping');
  const own = stored.flatMap(({ text, number }) => {
    const parsed = parseMapping(text, datasets);
    return parsed.ok ? [{ ...parsed.value, version: number }] : [];
  });
  const cameBy = await presetsOfDatasets(app);
  const all = [...own, ...[...datasets.values()].map(dataset => datasetPreset(dataset, {}, cameBy.get(dataset.id)?.id))];
  const { dataset } = said;
  return dataset === undefined ? all : all.filter(preset => preset.dataset.id === dataset.id);
}
