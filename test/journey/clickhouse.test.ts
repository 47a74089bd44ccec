import { afterAll, expect, test } from 'vitest';
import { openClickHouseJourneys } from '#engine/journey/clickhouse/clickhouse-journeys.ts';
import { agreeOnRandomCases, JOURNEY_KINDS } from './agree.ts';
import { localClickHouse, tellNotRun } from './local-click-house.ts';
import { agreeOnMicroCases } from './micro-cases.ts';

const local = await localClickHouse();
afterAll(() => local?.close());

let workspaces = 0;
function engine() {
  if (!local) throw new Error('no ClickHouse');
  workspaces += 1;
  return openClickHouseJourneys({ shards: [local.server], database: 'rashin', workspace: `case ${workspaces}`, valueDigits: 0 });
}

test('[JRN-01] ClickHouse answers the cases worked by hand', async () => {
  if (!local) return tellNotRun();
  await agreeOnMicroCases(engine);
});

test.each(JOURNEY_KINDS)('[JRN-01] ClickHouse answers like the definition on random stores told in batches: %s', async kind => {
  if (!local) return tellNotRun();
  const { questions } = await agreeOnRandomCases(engine, { cases: 12, seed: 41, kinds: [kind], casesPerStore: 12, alone: 1 });
  expect(questions).toBeGreaterThan(12);
});
