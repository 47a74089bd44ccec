import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClickHouseClient, createClient } from '@clickhouse/client';
import { type ClickHouse, clickHouse } from '#engine/journey/clickhouse/click-house.ts';

/** A ClickHouse inside this process, of which there can be one, spoken to with the official client. */
export interface LocalClickHouse {
  readonly server: ClickHouse;
  close(): Promise<void>;
}

/** Undefined where chdb has no native part: Windows, and Linux without glibc. */
export async function localClickHouse(): Promise<LocalClickHouse | undefined> {
  if (!isChdbThere()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'rashin-chdb-'));
  const client = await chdbClient(folder);
  const server = clickHouse(client, { seconds: 120, memoryBytes: 4 * 2 ** 30 });
  return {
    server: { ...server, close: async () => {} },
    async close() {
      await client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The official client of a ClickHouse in this process whose data are in a folder. */
export async function chdbClient(folder: string): Promise<ClickHouseClient> {
  const chdb: unknown = await import('chdb/connection');
  if (!isConnector(chdb)) throw new Error('chdb has no connection');
  return createClient({ connection: chdb.createChdbConnection({ path: folder }) });
}

type ChdbConnection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>;

/** chdb is compiled against another copy of the client's types. */
function isConnector(chdb: unknown): chdb is { createChdbConnection(options: { path: string }): ChdbConnection } {
  return typeof chdb === 'object' && chdb !== null && 'createChdbConnection' in chdb;
}

/** Says in the output of the tests that they could not be run here. */
export function tellNotRun(): void {
  console.warn(`not run: chdb has no native part for ${process.platform}/${process.arch}`);
}

/** Whether a ClickHouse can run here. */
export function isChdbThere(): boolean {
  const require = createRequire(import.meta.url);
  const parts = ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-x64', 'darwin-arm64'].filter(part =>
    part.startsWith(`${process.platform}-${process.arch}`),
  );
  return parts.some(part => {
    try {
      require.resolve(`@chdb/lib-${part}/package.json`);
      return true;
    } catch {
      return false;
    }
  });
}
