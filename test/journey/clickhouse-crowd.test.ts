import { afterAll, expect, test } from 'vitest';
import { openClickHouseJourneys } from '#engine/journey/clickhouse/clickhouse-journeys.ts';
import type { EventBatch } from '#engine/journey/event-batch.ts';
import { answerOf } from './agree.ts';
import { localClickHouse, tellNotRun } from './local-click-house.ts';

const EVENTS = 1_000_000;
const STEPS = ['view', 'cart', 'buy'];

const local = await localClickHouse();
afterAll(() => local?.close());

test('[JRN-92] a person with a million events is one person among others', async () => {
  if (!local) return tellNotRun();
  const engine = await openClickHouseJourneys({ shards: [local.server], database: 'rashin', workspace: 'bot', valueDigits: 0 });
  await engine.append(oneBusyPerson());
  expect(await engine.contents()).toMatchObject({ events: EVENTS, people: 1, span: { first: 0, last: EVENTS - 1 } });
  const steps = STEPS.map(name => ({ events: [name] }));
  // view@0, cart@1, buy@2, view@3 …: the first way through takes two moments.
  const funnel = await answerOf(engine, {
    ask: 'funnel',
    steps,
    window: 10,
    exclusions: [{ event: { events: ['buy'] }, after: 0, before: 1 }],
  });
  expect(funnel).toEqual({
    rows: [
      {
        reached: [1, 1, 1],
        times: [
          { median: 1, p90: 1 },
          { median: 1, p90: 1 },
        ],
      },
    ],
  });
  const edges = [0, EVENTS / 2, EVENTS];
  const series = await answerOf(engine, { ask: 'series', select: {}, edges });
  expect(series).toMatchObject({
    rows: [
      { events: EVENTS / 2, people: 1, sessions: 1 },
      { events: EVENTS / 2, people: 1, sessions: 1 },
    ],
  });
  const retention = await answerOf(engine, { ask: 'retention', born: { events: ['view'] }, back: { events: ['buy'] }, edges });
  expect(retention).toMatchObject({
    cohorts: [
      {
        people: 1,
        cells: [
          { people: 1, events: 166_666 },
          { people: 1, events: 166_667 },
        ],
      },
      { people: 0 },
    ],
  });
});

function oneBusyPerson(): EventBatch {
  const numbers = Array.from({ length: EVENTS }, (_, index) => index);
  return {
    length: EVENTS,
    person: { codes: new Uint32Array(EVENTS), values: ['bot'] },
    time: Float64Array.from(numbers),
    name: { codes: Uint32Array.from(numbers, index => index % STEPS.length), values: STEPS },
    dimensions: {},
  };
}
