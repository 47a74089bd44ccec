import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RollingQuestion, SeriesQuestion } from '#core/journey/series-question.ts';
import { tell } from '#test/journey/batches.ts';
import { difference } from '#test/journey/hold.ts';
import { oracleAnswer } from '#test/journey/oracle/oracle-answer.ts';
import { peopleOf } from '#test/journey/oracle/people.ts';
import { DIMENSIONS, type RandomStore, randomStore, VALUES } from '#test/journey/random-events.ts';
import { Random } from '#test/proof/random.ts';
import { EmbeddedJourneyEngine } from '../embedded-engine.ts';
import { dayCountsFor } from './day-answers.ts';
import { DAY } from './day-counts.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

const vocabulary = { names: [null, 'view'], dimensions: DIMENSIONS.map(id => ({ id, values: VALUES[id] ?? [] })) };
const span = { first: 5 * DAY, last: 9 * DAY };

test('[JRN-32] series and rolling people out of counts by day are what the definition says', async () => {
  const seed = 20_261_123;
  let asked = 0;
  for (let number = 0; number < 40; number++) {
    const random = new Random(seed + number);
    const store = randomStore(random);
    if (store.events.length === 0) continue;
    const folder = await mkdtemp(join(tmpdir(), 'rashin-journey-'));
    folders.push(folder);
    const engine = await EmbeddedJourneyEngine.open({ folder });
    await tell(engine, store, seed + number);
    const people = peopleOf(store);
    for (let i = 0; i < 8; i++) {
      const question = randomQuestion(random, store);
      expect(dayCountsFor(question, vocabulary, span)).not.toBeNull();
      const answer = await engine.ask(question);
      const found = answer.ok ? difference(oracleAnswer(people, question), answer.value) : JSON.stringify(answer.problems);
      if (found) throw new Error(`seed ${seed}, store ${number}, ${found}\n${JSON.stringify(question)}`);
      asked++;
    }
    await engine.close();
  }
  expect(asked).toBeGreaterThan(250);
}, 120_000);

/** Buckets of one or more days that begin at some hour, before, in and after the store. */
function randomQuestion(random: Random, { start, unit, moments }: RandomStore): SeriesQuestion | RollingQuestion {
  const days = Math.ceil((unit * moments) / DAY) + 3;
  const begin = start + random.pick([0, 1, -9 * 3_600_000]) + random.whole(-3, days) * DAY;
  const edges = [begin];
  for (let bucket = random.whole(1, 12); bucket > 0; bucket--) edges.push((edges.at(-1) ?? 0) + random.whole(1, 5) * DAY);
  if (random.chance(0.3)) return { ask: 'rolling', select: {}, edges, length: random.whole(1, 5) };
  const channels = [random.pick(VALUES.channel ?? []), random.pick(VALUES.channel ?? [])];
  const where = [{ dimension: 'channel', in: channels, ...(random.chance(0.4) ? { not: true as const } : {}) }];
  if (random.chance(0.4)) return { ask: 'series', select: {}, edges, by: random.pick([[], ['device']]) };
  return { ask: 'series', select: random.chance(0.5) ? { where } : {}, edges, by: ['channel'] };
}

test('[JRN-32] other filters, two dimensions, and buckets of other lengths are not answered from counts by day', () => {
  const day = { ask: 'series', select: {}, edges: [0, DAY, 3 * DAY], by: ['channel'] } as const;
  const ads = { dimension: 'channel', in: ['Ads'] };
  expect(dayCountsFor(day, vocabulary, span)?.counts).toEqual({ ask: 'day-counts', by: 'channel', from: 5 * DAY, days: 5 });
  for (const other of [
    { ...day, select: { events: ['view'] } },
    { ...day, select: { value: {} } },
    { ...day, by: ['channel', 'channel'] },
    { ...day, by: [], select: { where: [ads] } },
    { ...day, edges: [0, DAY, DAY + 3_600_000] },
  ])
    expect(dayCountsFor(other, vocabulary, span)).toBeNull();
  expect(dayCountsFor(day, vocabulary, { first: 0, last: 1e15 })).toBeNull();
});
