import type { JourneyAnswer, JourneyQuestion } from '#core/journey/journey-question.ts';
import type { JourneyEngine } from '#engine/journey/journey-engine.ts';
import { Random } from '../proof/random.ts';
import { tell } from './batches.ts';
import type { EventStore, ToldEvent } from './event-store.ts';
import { difference } from './hold.ts';
import { narrowed } from './narrowed.ts';
import { contents } from './oracle/contents.ts';
import { oracleAnswer } from './oracle/oracle-answer.ts';
import { peopleOf } from './oracle/people.ts';
import { DIMENSIONS, NAMES, type RandomStore, randomStore, VALUES } from './random-events.ts';
import { type JourneyKind, randomQuestion } from './random-questions.ts';
import { shrunk } from './shrunk.ts';

export const JOURNEY_KINDS: readonly JourneyKind[] = [
  'funnel',
  'retention',
  'series',
  'rolling',
  'attribution',
  'touch-paths',
  'repeat',
  'rfm',
  'purchase-patterns',
  'stages',
  'activation',
  'flow',
];

/** Makes an empty engine. */
export type EngineFactory = () => Promise<JourneyEngine>;

export interface AgreementPlan {
  /** Random stores; each is asked one question of every kind. */
  readonly cases: number;
  readonly seed: number;
  readonly kinds?: readonly JourneyKind[];
  /** So many cases share one engine, told apart by a dimension. */
  readonly casesPerStore?: number;
  /** Cases more that have an engine to themselves, so that questions without any condition are asked too. */
  readonly alone?: number;
}

export interface Agreement {
  readonly questions: number;
  /** Questions whose answer is another than that of an empty store. */
  readonly telling: number;
}

/**
 * Holds an engine to the oracle on random stores and questions; throws on the first difference, with the smallest store and the
 * question that show it.
 */
export async function agreeOnRandomCases(create: EngineFactory, plan: AgreementPlan): Promise<Agreement> {
  const { cases, seed, kinds = JOURNEY_KINDS, casesPerStore = 250, alone = 20 } = plan;
  const counts = { questions: 0, telling: 0 };
  for (let first = 0; first < cases; first += casesPerStore) {
    const numbers = Array.from({ length: Math.min(casesPerStore, cases - first) }, (_, index) => first + index);
    const stores = numbers.map(number => ({ number, store: randomStore(randomOf(seed, number)) }));
    await agreeOnPack(create, stores, { seed, kinds, counts });
  }
  for (let number = cases; number < cases + alone; number += 1) {
    const store = randomStore(randomOf(seed, number));
    if (store.events.length === 0) continue;
    await agreeOnOne(create, store, { seed, kinds, counts, number });
  }
  return counts;
}

interface Round {
  readonly seed: number;
  readonly kinds: readonly JourneyKind[];
  readonly counts: { questions: number; telling: number };
}

interface NumberedStore {
  readonly number: number;
  readonly store: RandomStore;
}

async function agreeOnPack(create: EngineFactory, stores: readonly NumberedStore[], round: Round): Promise<void> {
  const pack = packed(stores);
  const engine = await create();
  try {
    await tell(engine, pack, round.seed);
    await holdContents(engine, pack);
    for (const { number, store } of stores) {
      const people = peopleOf(store);
      for (const question of questionsOf(store, number, round)) {
        const asked = narrowed(question, caseCondition(number));
        const expected = oracleAnswer(people, question);
        const found = difference(expected, await answerOf(engine, asked));
        count(round, question, expected);
        if (found) throw new Error(await complaint(create, { number, store, question, found }, round.seed));
      }
    }
    const everybody = peopleOf(pack);
    const scale = stores.find(({ store }) => store.events.length > 0)?.store;
    for (const question of scale ? questionsOf({ ...scale, ...pack }, -1, round) : []) {
      const found = difference(oracleAnswer(everybody, question), await answerOf(engine, question));
      if (found) throw new Error(`seed ${round.seed}, the whole pack, ${found}\nquestion ${JSON.stringify(question)}`);
    }
  } finally {
    await engine.close();
  }
}

async function agreeOnOne(create: EngineFactory, store: RandomStore, round: Round & { readonly number: number }): Promise<void> {
  const complete = { ...store, events: [...store.events, ...everyName(store.start)] };
  const engine = await create();
  try {
    await tell(engine, complete, round.seed + round.number);
    await holdContents(engine, complete);
    const people = peopleOf(complete);
    for (const question of questionsOf(store, round.number, round)) {
      const expected = oracleAnswer(people, question);
      const found = difference(expected, await answerOf(engine, question));
      count(round, question, expected);
      if (found) throw new Error(await complaint(create, { number: round.number, store: complete, question, found }, round.seed));
    }
  } finally {
    await engine.close();
  }
}

function questionsOf(store: RandomStore, number: number, { seed, kinds }: Round): readonly JourneyQuestion[] {
  return kinds.map(kind => randomQuestion(randomOf(seed, number * 100 + JOURNEY_KINDS.indexOf(kind) + 1_000_000), kind, store));
}

function count({ counts }: Round, question: JourneyQuestion, expected: unknown): void {
  counts.questions += 1;
  if (difference(expected, oracleAnswer([], question)) !== undefined) counts.telling += 1;
}

/** The answer, or what is wrong with the question. */
export async function answerOf<Question extends JourneyQuestion>(
  engine: JourneyEngine,
  question: Question,
): Promise<JourneyAnswer<Question> | { readonly problems: readonly unknown[] }> {
  const result = await engine.ask(question);
  return result.ok ? result.value : { problems: result.problems };
}

async function holdContents(engine: JourneyEngine, store: EventStore): Promise<void> {
  const { valueDigits, ...actual } = await engine.contents();
  const found = difference(contents(peopleOf(store), store), actual);
  if (found) throw new Error(`contents ${found}`);
  if (!Number.isInteger(valueDigits)) throw new Error(`contents: digits ${valueDigits}`);
}

/** Several stores as one: people and ids by case, and a dimension that says the case. One more person has done everything once. */
export function packed(stores: readonly { readonly number: number; readonly store: EventStore }[]): EventStore {
  const of = (number: number, text: string) => (text === '' ? '' : `${number}/${text}`);
  return {
    events: [
      ...stores.flatMap(({ number, store }) =>
        store.events.map(event => ({
          ...event,
          person: of(number, event.person),
          id: of(number, event.id),
          dimensions: { ...event.dimensions, case: `${number}` },
        })),
      ),
      ...everyName(0),
    ],
    merges: stores.flatMap(({ number, store }) =>
      store.merges.map(({ from, to }) => ({ from: of(number, from), to: of(number, to) })),
    ),
    dimensions: [...new Set(['case', ...DIMENSIONS, ...stores.flatMap(({ store }) => store.dimensions)])],
  };
}

export function caseCondition(number: number) {
  return { dimension: 'case', in: [`${number}`] };
}

/** One event of each name, so that all are known; it has each dimension, so that these are known too. */
function everyName(time: number): readonly ToldEvent[] {
  const dimensions = Object.fromEntries(DIMENSIONS.map(dimension => [dimension, VALUES[dimension]?.[0] ?? null]));
  return NAMES.map(name => ({ person: 'everything', time, name, dimensions, value: null, session: '', id: '' }));
}

function randomOf(seed: number, number: number): Random {
  const random = new Random(Math.imul(seed, 0x9e3779b1) + number);
  random.next();
  return random;
}

interface Disagreement {
  readonly number: number;
  readonly store: EventStore;
  readonly question: JourneyQuestion;
  readonly found: string;
}

/** The disagreement, on the fewest events that still show it, where they show it alone. */
async function complaint(create: EngineFactory, { number, store, question, found }: Disagreement, seed: number): Promise<string> {
  const small = await shrunk(store, async tried => {
    const complete = { ...tried, events: [...tried.events, ...everyName(0)] };
    const engine = await create();
    try {
      await tell(engine, complete, seed);
      return difference(oracleAnswer(peopleOf(complete), question), await answerOf(engine, question)) !== undefined;
    } finally {
      await engine.close();
    }
  });
  const shownStore = small ?? store;
  return [
    `seed ${seed}, case ${number}${small ? '' : ' (only among others)'}, ${found}`,
    `question ${JSON.stringify(question)}`,
    ...shownStore.events.slice(0, 60).map(event => `  ${JSON.stringify(event)}`),
    `merges ${JSON.stringify(shownStore.merges)}`,
    `expected ${JSON.stringify(oracleAnswer(peopleOf(shownStore), question)).slice(0, 4000)}`,
  ].join('\n');
}
