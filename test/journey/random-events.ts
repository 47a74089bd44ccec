import type { Random } from '../proof/random.ts';
import type { EventStore, PersonMerge, ToldEvent } from './event-store.ts';

/** A random store with the scale of its times, from which questions choose windows and edges that are often hit exactly. */
export interface RandomStore extends EventStore {
  readonly start: number;
  /** Times are mostly whole multiples of it after `start`. */
  readonly unit: number;
  /** How many units the store spans. */
  readonly moments: number;
}

export const NAMES = ['view', 'cart', 'buy', '登録'];
export const DIMENSIONS = ['channel', 'device'];
/** U+FB00 comes before the emoji by code points, after it by UTF-16 units. */
export const VALUES: Readonly<Record<string, readonly (string | null)[]>> = {
  channel: ['Ads', 'Email', null, 'ﬀ', '😀', ''],
  device: ['pc', 'sp', null],
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** A small store: ties, twins, repeated ids, gaps, merges, null values, people with nothing, seldom somebody with thousands of events. */
export function randomStore(random: Random): RandomStore {
  const unit = random.pick([1, 10 * MINUTE, 30 * MINUTE, DAY, DAY]);
  const start = Date.UTC(2026, 0, random.whole(1, 31)) + random.pick([0, 0, 9 * 60 * MINUTE, 1]);
  const scale = { start, unit, moments: random.pick([6, 20, 45]) };
  const habits = { sessions: random.pick([0, 0.5, 1]), ids: random.pick([0, 0.5, 1]), values: random.pick([0, 0.5, 0.9]) };
  const people = random.chance(0.03) ? 0 : random.whole(1, 6);
  const events = Array.from({ length: people }, (_, person) => {
    const isBot = random.chance(0.001);
    const count = isBot ? random.whole(1000, 3000) : random.whole(0, random.pick([3, 9, 16]));
    const name = random.chance(0.3) ? `anonymous ${person}` : `person ${person}`;
    return Array.from({ length: count }, (__, index) =>
      randomEvent(random, `${name}`, `${person}-${index}`, { ...scale, ...habits }, isBot),
    );
  }).flat();
  return { ...scale, events: withCopies(random, events), merges: randomMerges(random, people), dimensions: DIMENSIONS };
}

interface Habits {
  readonly start: number;
  readonly unit: number;
  readonly moments: number;
  readonly sessions: number;
  readonly ids: number;
  readonly values: number;
}

function randomEvent(random: Random, person: string, id: string, habits: Habits, isBot: boolean): ToldEvent {
  const moment = random.whole(0, isBot ? 20 * habits.moments : habits.moments);
  return {
    person,
    time: habits.start + moment * habits.unit + (random.chance(0.08) ? random.pick([-1, 1]) : 0),
    name: random.pick([...NAMES, 'view', 'cart']),
    dimensions: Object.fromEntries(
      DIMENSIONS.flatMap(dimension => {
        const value = randomValue(random, dimension);
        return value === null && random.chance(0.5) ? [] : [[dimension, value]];
      }),
    ),
    value: random.chance(habits.values) ? random.pick([0, 1, 100, 250, 3000, 98765, 1e12, -500]) : null,
    session: random.chance(habits.sessions) ? random.pick(['s1', 's2', 'S3']) : '',
    id: random.chance(habits.ids) ? id : '',
  };
}

/** Mostly one of the first two, so that conditions often hold. */
export function randomValue(random: Random, dimension: string): string | null {
  const values = VALUES[dimension] ?? [];
  return random.chance(0.6) ? random.pick(values.slice(0, 2)) : random.pick(values);
}

/** Some events come a second time: with an id they are the same, without one they are twins. */
function withCopies(random: Random, events: readonly ToldEvent[]): readonly ToldEvent[] {
  return events.flatMap(event => (random.chance(0.08) ? [event, event] : [event]));
}

function randomMerges(random: Random, people: number): readonly PersonMerge[] {
  const anybody = () => `${random.pick(['anonymous', 'person'])} ${random.whole(0, people + 1)}`;
  return Array.from({ length: random.pick([0, 0, 1, 2, 4]) }, () => ({ from: anybody(), to: anybody() }));
}
