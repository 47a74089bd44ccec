import { statement } from './bindings.ts';
import type { ClickHouseSetting } from './clickhouse-setting.ts';
import { connectShards } from './connect-shards.ts';
import { journeyTables } from './journey-tables.ts';
import { storeKey } from './key-of.ts';

/** Takes a store out of the tables, on every shard. */
export async function dropStore(setting: ClickHouseSetting, store: string): Promise<void> {
  const { events, merges, moves, dimensions } = journeyTables(setting.database);
  for (const server of connectShards(setting))
    try {
      for (const table of [events, merges, moves, dimensions])
        await server.run(statement(bind => `DELETE FROM ${table} WHERE store = ${bind('UInt64', storeKey(store))}`));
    } finally {
      await server.close();
    }
}
