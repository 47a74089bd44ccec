import type { DatasetId } from '#core/measure/dataset.ts';
import type { Preset } from '#core/measure/recognise/preset.ts';
import { PRESETS } from '#core/measure/recognise/presets/all-presets.ts';
import type { App } from '../app/app.ts';
import { listBatches } from '../ledger/batch-store.ts';

/** The product's presets by which the newest rows of datasets have come. */
export async function presetsOfDatasets(app: App): Promise<ReadonlyMap<DatasetId, Preset>> {
  const batches = await listBatches(app.workspace.ledger.db);
  const known = new Map(PRESETS.map(preset => [preset.id, preset]));
  const found = new Map<DatasetId, Preset>();
  for (const { dataset, decision } of batches) {
    const preset = known.get(decision.mapping.source.id);
    if (preset && !found.has(dataset)) found.set(dataset, preset);
  }
  return found;
}
