import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { BatchId } from '#core/measure/live-segments.ts';
import { EngineError, engineErrorsOf } from '../../engine-error.ts';
import { sql } from '../sql.ts';
import type { Load, LoadedBatch, Rebuild, Warehouse, WarehouseHealth } from '../warehouse.ts';
import { warehouseMessages } from '../warehouse-messages.ts';
import { dropBatch, storedBatches, withoutNumber } from './batch-table.ts';
import { createDatasetTable } from './dataset-table.ts';
import { putStoreAside } from './instance.ts';
import { load } from './load.ts';
import { readEventRows } from './read-event-rows.ts';
import { readCoveredDays, readParts, readStillOpen } from './read-parts.ts';
import { rebuild } from './rebuild.ts';
import { createSchema } from './schema.ts';
import { Store, type StoreOptions } from './store.ts';

export interface DuckdbWarehouseOptions {
  /** Folder of the database file; made when it is not there. */
  readonly dir: string;
  /** Folder of staging files; `dir/staging` when not said. */
  readonly staging?: string;
  /** Memory for data and queries; a quarter of the machine's when not said. */
  readonly memoryBytes?: number;
  readonly threads?: number;
  readonly spillBytes?: number;
  readonly readers?: number;
  readonly deadlineMs?: number;
  /** What to do with a file that cannot be read: refuse to open (default), or put it aside and begin an empty one to rebuild into. */
  readonly onDamage?: 'refuse' | 'put-aside';
}

const MIB = 1024 * 1024;

/** Opens the warehouse in one DuckDB file. Throws `warehouse-locked`, `warehouse-damaged`, `warehouse-newer` … */
export async function openDuckdbWarehouse(options: DuckdbWarehouseOptions): Promise<DuckdbWarehouse> {
  const { dir, staging = join(dir, 'staging') } = options;
  const memoryBytes = options.memoryBytes ?? Math.max(256 * MIB, Math.floor(totalmem() / 4));
  const settings: StoreOptions = {
    dir,
    staging,
    memoryBytes,
    threads: options.threads ?? availableParallelism(),
    spillBytes: options.spillBytes ?? 4 * memoryBytes,
    readers: options.readers ?? 2,
    deadlineMs: options.deadlineMs ?? 30_000,
    onDamage: options.onDamage ?? 'refuse',
  };
  try {
    return new DuckdbWarehouse(await openedStore(new Store(settings)), settings);
  } catch (error) {
    const isDamaged = error instanceof EngineError && error.code === 'warehouse-damaged';
    if (!isDamaged || settings.onDamage === 'refuse') throw error;
    const quarantined = await putStoreAside(settings.dir);
    const empty = new Store(settings, { state: 'degraded', why: 'file-damaged', quarantined });
    return new DuckdbWarehouse(await openedStore(empty), settings);
  }
}

/** Opens a store and reads its list of batches: a file that opens may still not hold what it should. */
async function openedStore(store: Store): Promise<Store> {
  await store.open();
  try {
    if ((await store.write(createSchema)) === 'newer') {
      throw engineErrorsOf(warehouseMessages)('warehouse-newer', { file: store.file });
    }
    await store.read(storedBatches);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

export class DuckdbWarehouse implements Warehouse {
  private readonly store: Store;
  private readonly settings: StoreOptions;

  constructor(store: Store, settings: StoreOptions) {
    this.store = store;
    this.settings = settings;
  }

  get health(): WarehouseHealth {
    return this.store.health;
  }

  createDataset(dataset: Parameters<Warehouse['createDataset']>[0]): ReturnType<Warehouse['createDataset']> {
    return this.store.write(session => createDatasetTable(dataset, session));
  }

  async load(request: Load): Promise<LoadedBatch> {
    const loaded = await load(this.store, this.settings.staging, request);
    await this.store.checkpoint();
    return loaded;
  }

  async drop(batch: BatchId): Promise<void> {
    await this.store.write(session => dropBatch(batch, session));
    await this.store.checkpoint();
  }

  async batches(): Promise<readonly LoadedBatch[]> {
    const stored = await this.store.read(storedBatches);
    return stored.map(withoutNumber);
  }

  rowCount(dataset: string): Promise<number> {
    return this.store.read(async session => {
      const [rows] = await session.row(
        sql`SELECT coalesce(sum(rows), 0) FROM rashin.batch WHERE dataset = ${dataset} AND NOT dropped`,
      );
      return Number(rows);
    });
  }

  parts(request: Parameters<Warehouse['parts']>[0], signal?: AbortSignal): ReturnType<Warehouse['parts']> {
    return this.store.read(session => readParts(request, session), signal);
  }

  coveredDays(request: Parameters<Warehouse['coveredDays']>[0], signal?: AbortSignal): ReturnType<Warehouse['coveredDays']> {
    return this.store.read(session => readCoveredDays(request, session), signal);
  }

  stillOpen(request: Parameters<Warehouse['stillOpen']>[0], signal?: AbortSignal): ReturnType<Warehouse['stillOpen']> {
    return this.store.read(session => readStillOpen(request, session), signal);
  }

  eventRows(...[request, take, signal]: Parameters<Warehouse['eventRows']>): Promise<void> {
    return this.store.handOver(session => readEventRows(request, session, take), signal);
  }

  rebuild(request: Rebuild): Promise<void> {
    return rebuild(this.store, this.settings, request);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
