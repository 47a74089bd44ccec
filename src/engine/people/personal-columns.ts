import type { ColumnId, DatasetId } from '#core/measure/dataset.ts';
import type { App } from '../app/app.ts';
import { listBatches } from '../ledger/batch-store.ts';

/** Columns of a dataset that are about people: of the role, hashed, or recognised as personal in any import. [PPL-06] */
export async function personalColumns(app: App, dataset: DatasetId): Promise<ReadonlySet<ColumnId>> {
  const batches = await listBatches(app.workspace.ledger.db);
  const mappings = batches.filter(batch => batch.dataset === dataset).map(({ decision }) => decision.mapping);
  return new Set(
    mappings.flatMap(mapping => [
      ...mapping.dataset.columns.filter(({ role, hashed }) => role === 'person' || hashed).map(({ id }) => id),
      ...mapping.columns.filter(({ personal }) => personal !== undefined).map(({ to }) => to),
    ]),
  );
}
