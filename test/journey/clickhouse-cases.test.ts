import { afterAll, expect, test } from 'vitest';
import { askStores } from '#engine/journey/clickhouse/ask-stores.ts';
import type { Statement } from '#engine/journey/clickhouse/bindings.ts';
import { addDimensionColumn, createTables } from '#engine/journey/clickhouse/create-tables.ts';
import { dimensionColumn, journeyTables } from '#engine/journey/clickhouse/journey-tables.ts';
import { storeKey } from '#engine/journey/clickhouse/key-of.ts';
import { loadEvents } from '#engine/journey/clickhouse/load-events.ts';
import { Random } from '../proof/random.ts';
import { JOURNEY_KINDS } from './agree.ts';
import { batchOf } from './batches.ts';
import type { ToldEvent } from './event-store.ts';
import { difference } from './hold.ts';
import { localClickHouse, tellNotRun } from './local-click-house.ts';
import { oracleAnswer } from './oracle/oracle-answer.ts';
import { type Person, peopleOf } from './oracle/people.ts';
import { DIMENSIONS, type RandomStore, randomStore } from './random-events.ts';
import { randomQuestion } from './random-questions.ts';

const SEED = 20260311;
const PACKS = 4;
const STORES = 50;
const QUESTIONS = 11;

const local = await localClickHouse();
afterAll(() => local?.close());
const packs = local ? await Promise.all(Array.from({ length: PACKS }, (_, number) => loadedPack(local.server, number))) : [];

test.each(JOURNEY_KINDS)('[JRN-01] ClickHouse answers 2,200 random cases like the definition: %s', async kind => {
  if (!local) return tellNotRun();
  const random = new Random(SEED + JOURNEY_KINDS.indexOf(kind));
  let cases = 0;
  let telling = 0;
  for (const { scale, stores, asked } of packs)
    for (let round = 0; round < QUESTIONS; round += 1) {
      const question = randomQuestion(random, kind, scale);
      const answers = await askStores(question, asked);
      const nothing = oracleAnswer([], question);
      for (const [index, { people, events }] of stores.entries()) {
        const expected = oracleAnswer(people, question);
        const found = difference(expected, answers[index]);
        if (found)
          throw new Error(
            [`case ${index}, ${found}`, JSON.stringify(question), ...events.map(event => JSON.stringify(event))].join('\n'),
          );
        cases += 1;
        if (difference(expected, nothing) !== undefined) telling += 1;
      }
    }
  console.info(`${kind}: seed ${SEED}, ${cases} cases, ${telling} with an answer that says something`);
  expect(cases).toBe(PACKS * STORES * QUESTIONS);
  expect(telling).toBeGreaterThan(cases / 4);
});

test.each(JOURNEY_KINDS)('[JRN-93] ClickHouse takes one person after another, in the order of the table: %s', async kind => {
  if (!local) return tellNotRun();
  const { scale, asked } = packs[0] ?? (await loadedPack(local.server, 0));
  const written: Statement[] = [];
  const listening = {
    ...local.server,
    rows: async (statement: Statement) => {
      written.push(statement);
      return [];
    },
  };
  await askStores(randomQuestion(new Random(SEED), kind, scale), { ...asked, shards: [listening] });
  for (const { sql, params } of written) {
    const steps = await local.server.rows({ sql: `EXPLAIN PIPELINE ${sql}`, params });
    expect(steps.flat().join('\n')).toContain('AggregatingInOrder');
  }
  expect(written.length).toBeGreaterThan(0);
});

type Server = NonNullable<typeof local>['server'];

/** Stores of one scale, each a workspace of its own in the same tables, so that one statement asks them all. */
async function loadedPack(server: Server, number: number) {
  const random = new Random(SEED * 100 + number);
  const hasGaps = number !== PACKS - 1;
  const scale = randomStore(random);
  const stores = Array.from({ length: STORES }, () => storeOf(rescaled(randomStore(random), scale, hasGaps)));
  const keys = stores.map((_, index) => storeKey(`pack ${number}, store ${index}`));
  const tables = journeyTables('rashin');
  const known = new Map(DIMENSIONS.map((dimension, index) => [dimension, index + 1]));
  await createTables(server, 'rashin', tables);
  for (const column of known.values()) await addDimensionColumn(server, tables, column);
  for (const [index, { events }] of stores.entries()) {
    const store = {
      key: keys[index] ?? '',
      shards: [server] as const,
      tables,
      dimensions: async () => known,
      nextBatch: () => 0n,
    };
    await loadEvents(store, batchOf(events, DIMENSIONS, random));
  }
  const columnOf = (dimension: string) => dimensionColumn(known.get(dimension) ?? 0);
  const asked = { keys, shards: [server], events: tables.events, columnOf, hasGaps };
  return { scale, stores, asked };
}

/** Its people and, with merges carried out and repeats left out, its events. */
function storeOf(store: RandomStore): { readonly people: readonly Person[]; readonly events: readonly ToldEvent[] } {
  const people = peopleOf(store);
  const events = people.flatMap((person, index) => person.events.map(event => ({ ...event, person: `person ${index}`, id: '' })));
  return { people, events };
}

/** The same events on another scale of time, so that one question suits both; without gaps every event has a session. */
function rescaled(store: RandomStore, scale: RandomStore, hasGaps: boolean): RandomStore {
  const time = (moment: number) => {
    const units = Math.round((moment - store.start) / store.unit);
    return scale.start + units * scale.unit + (store.unit === 1 ? 0 : moment - store.start - units * store.unit);
  };
  const session = (text: string) => (text === '' && !hasGaps ? 'given' : text);
  const events = store.events.map(event => ({ ...event, time: time(event.time), session: session(event.session) }));
  return { ...store, ...scale, merges: store.merges, events };
}
