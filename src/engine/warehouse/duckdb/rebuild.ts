import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rebuild } from '../warehouse.ts';
import { createDatasetTable } from './dataset-table.ts';
import { FILE_NAME } from './instance.ts';
import { load } from './load.ts';
import { createSchema } from './schema.ts';
import { Store, type StoreOptions } from './store.ts';

/**
 * Makes the database file anew in a folder beside the old one, then puts it in its place. [DAT-06]
 * Until the very last step the old file is the one in use; a crash leaves it, or the new one, complete.
 */
export async function rebuild(
  store: Store,
  settings: StoreOptions,
  { datasets, loads, onProgress, signal }: Rebuild,
): Promise<void> {
  const beside = join(settings.dir, 'rebuild');
  await rm(beside, { recursive: true, force: true });
  const fresh = new Store({ ...settings, dir: beside, onDamage: 'refuse' });
  try {
    await fresh.write(createSchema);
    for (const dataset of datasets) {
      const created = await fresh.write(session => createDatasetTable(dataset, session));
      if (!created.ok) throw new Error(`datasets that contradict each other: ${dataset.id}`);
    }
    let done = 0;
    for await (const { batch, dataset, file } of loads) {
      signal?.throwIfAborted();
      await load(fresh, settings.staging, { batch, dataset, file, ...(signal ? { signal } : {}) });
      done += 1;
      onProgress?.(done);
    }
  } catch (error) {
    await fresh.close().catch(() => undefined);
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  await fresh.close();
  await store.exclusively(async () => {
    await rm(`${store.file}.wal`, { force: true });
    await rename(join(beside, FILE_NAME), store.file);
  });
  await rm(beside, { recursive: true, force: true });
}
