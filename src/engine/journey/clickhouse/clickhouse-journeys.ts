import { randomBytes } from 'node:crypto';
import { checkQuestion } from '#core/journey/check-question.ts';
import type { JourneyAnswer, JourneyQuestion } from '#core/journey/journey-question.ts';
import { failed, ok, type Result } from '#core/problem/problem.ts';
import type { AskOptions, JourneyEngine } from '../journey-engine.ts';
import { askStores } from './ask-stores.ts';
import { statement } from './bindings.ts';
import type { ClickHouse } from './click-house.ts';
import { createTables } from './create-tables.ts';
import { journeyContents, type StoreContents } from './journey-contents.ts';
import type { JourneyStore } from './journey-store.ts';
import { dimensionColumn, journeyTables } from './journey-tables.ts';
import { storeKey } from './key-of.ts';
import { loadEvents } from './load-events.ts';
import { finishMoves, mergePeople } from './merge-people.ts';

export interface ClickHouseJourneys {
  /** One server, or one per shard; their order must stay. */
  readonly shards: readonly [ClickHouse, ...ClickHouse[]];
  readonly database: string;
  /** Tells workspaces apart that keep their journeys in one database. */
  readonly workspace: string;
  /** Digits after the point of the values' unit. */
  readonly valueDigits: number;
}

/**
 * Journeys on ClickHouse. Tables that are missing are made. One process writes to a store at a time; its loads and merges wait for
 * each other and for the questions before them, so that no question sees half a merge.
 */
export async function openClickHouseJourneys({
  shards,
  database,
  workspace,
  valueDigits,
}: ClickHouseJourneys): Promise<JourneyEngine> {
  const tables = journeyTables(database);
  const key = storeKey(workspace);
  for (const server of shards) await createTables(server, database, tables);
  let batch = randomBytes(6).readUIntBE(0, 6) * 2 ** 4;
  const store: JourneyStore = {
    key,
    shards,
    tables,
    async dimensions() {
      const rows = await shards[0].rows(
        statement(
          bind =>
            `SELECT dimension, number FROM ${tables.dimensions} FINAL WHERE store = ${bind('UInt64', key)} ORDER BY dimension`,
        ),
      );
      return new Map(rows.map(([dimension, number]) => [String(dimension), Number(number)]));
    },
    nextBatch: () => BigInt(batch++),
  };
  await finishMoves(store);
  let known: Promise<StoreContents> | undefined;
  const contents = () => {
    if (known === undefined) {
      const counting = journeyContents(store, valueDigits);
      known = counting;
      counting.catch(() => {
        known = undefined;
      });
    }
    return known;
  };
  const turns = turnTaking();
  const change = (work: () => Promise<void>) =>
    turns.alone(async () => {
      try {
        await work();
      } finally {
        known = undefined;
      }
    });
  return {
    contents: () => turns.together(async () => (await contents()).told),
    append: (events, signal) => change(() => loadEvents(store, events, signal)),
    merge: pairs => change(() => mergePeople(store, pairs)),
    ask: <Question extends JourneyQuestion>(question: Question, options: AskOptions = {}) =>
      turns.together(async (): Promise<Result<JourneyAnswer<Question>>> => {
        options.signal?.throwIfAborted();
        const { told, hasGaps, numbers } = await contents();
        const events = new Set(told.names.map(({ name }) => name));
        const problems = checkQuestion(question, { events, dimensions: new Set(numbers.keys()) });
        if (problems.length > 0) return failed(problems);
        const columnOf = (dimension: string) => `\`${dimensionColumn(numbers.get(dimension) ?? missing(dimension))}\``;
        const [answer] = await askStores(question, { keys: [key], shards, events: tables.events, columnOf, hasGaps }, options);
        if (answer === undefined) throw new Error('no answer');
        return ok(answer);
      }),
    close: async () => {
      await Promise.all(shards.map(server => server.close()));
    },
  };
}

function missing(dimension: string): never {
  throw new Error(`unknown dimension: ${dimension}`);
}

/** Work that may go on beside other such work, and work that needs to be alone. */
function turnTaking() {
  let last: Promise<unknown> = Promise.resolve();
  let others: Promise<unknown>[] = [];
  return {
    together<T>(work: () => Promise<T>): Promise<T> {
      const result = last.then(work);
      others.push(result.catch(() => {}));
      return result;
    },
    alone<T>(work: () => Promise<T>): Promise<T> {
      const before = Promise.all([last, ...others]);
      others = [];
      const result = before.then(work);
      last = result.catch(() => {});
      return result;
    },
  };
}
