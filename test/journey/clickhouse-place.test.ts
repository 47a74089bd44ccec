import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clickHousePlace } from '#engine/journey/clickhouse/clickhouse-place.ts';
import { clickHouseSetting } from '#engine/journey/clickhouse/clickhouse-setting.ts';
import { connectShards } from '#engine/journey/clickhouse/connect-shards.ts';
import type { JourneyEngine } from '#engine/journey/journey-engine.ts';
import { Random } from '../proof/random.ts';
import { batchOf } from './batches.ts';
import { isChdbThere, tellNotRun } from './local-click-house.ts';
import { startShards } from './shards.ts';
import { toldEvents } from './told-events.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-place-'));
const servers = isChdbThere() ? await startShards(1) : undefined;
afterAll(async () => {
  await servers?.close();
  rmSync(folder, { recursive: true, force: true });
});

const FED = { format: 2, valueDigits: 0, datasets: [] } as const;

function settingOf(more: Readonly<Record<string, unknown>> = {}) {
  const setting = clickHouseSetting({ journeys: 'clickhouse', shards: servers?.urls, user: 'rashin', ...more }, {}, 'Shop');
  if (!setting.ok) throw new Error(JSON.stringify(setting.problems));
  return setting.value;
}

async function add(engine: JourneyEngine, people: Readonly<Record<string, string>>): Promise<void> {
  await engine.append(batchOf(toldEvents(people), ['channel', 'device'], new Random(1)));
}

test('[JRN-90] a store is kept over restarts, and a new one takes its place and leaves nothing of it behind', async () => {
  if (!servers) return tellNotRun();
  const place = clickHousePlace(folder, settingOf());
  expect(await place.open(0)).toBeUndefined();
  const first = await place.renew({ fed: FED, fill: engine => add(engine, { a: 'A@0 B@1', b: 'A@3' }), retire: async () => {} });
  await add(first, { c: 'A@9' });
  await first.close();

  const again = await clickHousePlace(folder, settingOf()).open(0);
  expect(await again?.contents()).toMatchObject({
    events: 4,
    people: 3,
    names: [
      { name: 'A', events: 3 },
      { name: 'B', events: 1 },
    ],
  });
  const next = await place.renew({ fed: FED, fill: engine => add(engine, { a: 'A@0' }), retire: async () => again?.close() });
  expect(await next.contents()).toMatchObject({ events: 1, people: 1 });
  await next.close();
  const [server] = connectShards(settingOf());
  expect(await server.rows({ sql: 'SELECT count() FROM rashin.journey_events', params: {} })).toEqual([[1]]);
  expect(await clickHousePlace(folder, settingOf({ workspace: 'Other' })).open(0)).toBeUndefined();
});

test('[JRN-92] a question can be taken back, and ends at its limits with what to do', async () => {
  if (!servers) return tellNotRun();
  const [server] = connectShards(settingOf({ seconds: 1 }));
  const endless = { sql: 'SELECT count() FROM numbers_mt(1000000000000) WHERE sipHash64(number) = 0', params: {} };
  await expect(server.rows(endless)).rejects.toMatchObject({ code: 'clickhouse-limit' });
  const aborting = new AbortController();
  const asked = server.rows(endless, { signal: aborting.signal });
  aborting.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
  const [small] = connectShards(settingOf({ memoryBytes: 2 ** 26 }));
  const wide = { sql: 'SELECT length(groupArray(number)) FROM numbers(100000000)', params: {} };
  await expect(small.rows(wide)).rejects.toMatchObject({ code: 'clickhouse-limit' });
  const [nobody] = connectShards({ ...settingOf(), shards: ['http://127.0.0.1:9'] });
  await expect(nobody.rows(endless)).rejects.toMatchObject({ code: 'clickhouse-unreachable' });
});
