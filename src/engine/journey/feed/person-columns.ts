import type { Text } from '#core/text/text.ts';
import type { App } from '../../app/app.ts';
import { datasetsOf } from '../../importing/rebuild-data.ts';
import { listBatches } from '../../ledger/batch-store.ts';
import { type PersonDataset, personDataset } from './person-dataset.ts';

/** The event datasets of people by id, and what their dimensions are called. [JNY-02] */
export async function personColumns(app: App): Promise<{
  readonly sources: ReadonlyMap<string, PersonDataset>;
  readonly labels: ReadonlyMap<string, Text>;
}> {
  const batches = await listBatches(app.workspace.ledger.db);
  const sources = new Map<string, PersonDataset>();
  const labels = new Map<string, Text>();
  for (const dataset of (await datasetsOf(app, batches.toReversed())).values()) {
    const source = personDataset(dataset);
    if (!source) continue;
    sources.set(dataset.id, source);
    for (const { id, name } of dataset.columns) if (source.dimensions.includes(id) && !labels.has(id)) labels.set(id, name);
  }
  return { sources, labels };
}
