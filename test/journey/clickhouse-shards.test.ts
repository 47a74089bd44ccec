import { afterAll, expect, test } from 'vitest';
import { openClickHouseJourneys } from '#engine/journey/clickhouse/clickhouse-journeys.ts';
import { clickHouseSetting } from '#engine/journey/clickhouse/clickhouse-setting.ts';
import { connectShards } from '#engine/journey/clickhouse/connect-shards.ts';
import { agreeOnRandomCases, JOURNEY_KINDS } from './agree.ts';
import { isChdbThere, tellNotRun } from './local-click-house.ts';
import { agreeOnMicroCases } from './micro-cases.ts';
import { startShards } from './shards.ts';

const shards = isChdbThere() ? await startShards(4) : undefined;
afterAll(() => shards?.close());

let workspaces = 0;
function engine() {
  workspaces += 1;
  const setting = clickHouseSetting(
    { journeys: 'clickhouse', shards: shards?.urls, user: 'rashin' },
    {},
    `workspace ${workspaces}`,
  );
  if (!setting.ok) throw new Error(JSON.stringify(setting.problems));
  return openClickHouseJourneys({ ...setting.value, shards: connectShards(setting.value), valueDigits: 0 });
}

test('[JRN-91] four shards, each a process with a part of the people, together answer the cases worked by hand', async () => {
  if (!shards) return tellNotRun();
  await agreeOnMicroCases(engine);
});

test('[JRN-91] four shards together answer random questions like the definition, merges across shards included', async () => {
  if (!shards) return tellNotRun();
  const { questions, telling } = await agreeOnRandomCases(engine, { cases: 10, seed: 97, casesPerStore: 10, alone: 0 });
  expect(questions).toBeGreaterThanOrEqual(10 * JOURNEY_KINDS.length);
  expect(telling).toBeGreaterThan(questions / 2);
});
