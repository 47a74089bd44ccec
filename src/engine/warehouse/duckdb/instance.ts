import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { WarehouseHealth } from '../warehouse.ts';
import { failureOf, isLogDamage } from './failure.ts';

export interface InstanceOptions {
  /** Folder of `warehouse.duckdb`. */
  readonly dir: string;
  /** The only folder that files are read from. */
  readonly staging: string;
  readonly memoryBytes: number;
  readonly threads: number;
  /** Most that queries may spill to disk. */
  readonly spillBytes: number;
  /** A file that cannot be read stops the opening, or is put aside for a new, empty one. */
  readonly onDamage: 'refuse' | 'put-aside';
}

export interface OpenInstance {
  readonly instance: DuckDBInstance;
  /** The connection to write with: the only one that tells how far a statement is. */
  readonly writer: DuckDBConnection;
  readonly health: WarehouseHealth;
}

export const FILE_NAME = 'warehouse.duckdb';

/**
 * Opens the file and shuts the engine in: no files but those of the staging folder, no network, no extensions, and no way
 * to change that afterwards. [DAT-08]
 * A write-ahead log that does not replay is put aside and the file opened as of its last checkpoint: `degraded`. [DAT-05]
 */
export async function openInstance(options: InstanceOptions): Promise<OpenInstance> {
  const file = join(options.dir, FILE_NAME);
  const log = `${file}.wal`;
  await mkdir(options.staging, { recursive: true });
  await mkdir(options.dir, { recursive: true });
  const existed = await exists(file);
  try {
    if (existed && !(await isDatabase(file))) throw new Error('not a valid DuckDB database');
    return { ...(await confined(file, options)), health: { state: existed ? 'ok' : 'created' } };
  } catch (error) {
    if (existed && isLogDamage(error) && (await exists(log))) {
      const quarantined = await putAside(log);
      const opened = await confined(file, options).catch((again: unknown) => {
        throw failureOf(again, 'opening', file);
      });
      return { ...opened, health: { state: 'degraded', why: 'log-damaged', quarantined } };
    }
    const failure = failureOf(error, 'opening', file);
    if (failure.code !== 'warehouse-damaged' || options.onDamage === 'refuse') throw failure;
    const quarantined = await putStoreAside(options.dir);
    return { ...(await confined(file, options)), health: { state: 'degraded', why: 'file-damaged', quarantined } };
  }
}

async function confined(file: string, options: InstanceOptions): Promise<Pick<OpenInstance, 'instance' | 'writer'>> {
  const spill = join(options.dir, 'spill');
  await rm(spill, { recursive: true, force: true });
  const instance = await DuckDBInstance.create(file, {
    memory_limit: `${options.memoryBytes}B`,
    threads: String(options.threads),
    temp_directory: spill,
    max_temp_directory_size: `${options.spillBytes}B`,
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    await connection.run('SET enable_progress_bar = true');
    await connection.run('SET enable_progress_bar_print = false');
    await connection.run('SET progress_bar_time = 0');
    await connection.run(`SET allowed_directories = [${quoted(join(options.staging, '/'))}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    return { instance, writer: connection };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Anything else would be handed to an extension by its kind. */
async function isDatabase(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 8);
    return bytesRead === 4 && buffer.toString('latin1') === 'DUCK';
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Puts the file and its log out of the way; the file's new path. */
export async function putStoreAside(dir: string): Promise<string> {
  const file = join(dir, FILE_NAME);
  const quarantined = await putAside(file);
  if (await exists(`${file}.wal`)) await putAside(`${file}.wal`);
  return quarantined;
}

/** Renames a file so that it is out of the way but not lost; its new path. */
async function putAside(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `${path}.damaged-${number}`;
    if (await exists(name)) continue;
    await rename(path, name);
    return name;
  }
}
