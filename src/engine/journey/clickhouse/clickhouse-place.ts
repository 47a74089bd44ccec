import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetFed, writeFed } from '../feed/fed.ts';
import type { JourneyPlace } from '../journey-place.ts';
import { openClickHouseJourneys } from './clickhouse-journeys.ts';
import type { ClickHouseSetting } from './clickhouse-setting.ts';
import { connectShards } from './connect-shards.ts';
import { dropStore } from './drop-store.ts';

/**
 * Journeys on ClickHouse. The folder keeps a note of which store is in use and what it was fed with; without it, or with another
 * setting, the store is made anew. [JRN-90]
 */
export function clickHousePlace(folder: string, setting: ClickHouseSetting): JourneyPlace {
  const file = join(folder, 'store.json');
  const where = JSON.stringify([setting.shards, setting.database, setting.workspace]);
  const open = (store: string, valueDigits: number) =>
    openClickHouseJourneys({ shards: connectShards(setting), database: setting.database, workspace: store, valueDigits });
  const inUse = async () => {
    const note = await noteIn(file);
    return note?.where === where ? note.store : undefined;
  };
  return {
    folder,
    async open(valueDigits) {
      const store = await inUse();
      return store === undefined ? undefined : open(store, valueDigits);
    },
    async renew({ fed, fill, retire }) {
      const old = await inUse();
      const store = `${setting.workspace}/${randomBytes(8).toString('hex')}`;
      const engine = await open(store, fed.valueDigits);
      try {
        await fill(engine);
      } catch (error) {
        await engine.close();
        await dropStore(setting, store);
        throw error;
      }
      await mkdir(folder, { recursive: true });
      await forgetFed(folder);
      await writeFile(file, JSON.stringify({ where, store }));
      await writeFed(folder, fed);
      await retire();
      if (old !== undefined) await dropStore(setting, old);
      return engine;
    },
  };
}

async function noteIn(file: string): Promise<{ readonly where: unknown; readonly store: string } | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof note !== 'object' || note === null || !('where' in note) || !('store' in note)) return undefined;
    return typeof note.store === 'string' ? { where: note.where, store: note.store } : undefined;
  } catch {
    return undefined;
  }
}
