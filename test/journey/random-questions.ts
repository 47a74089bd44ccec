import type { AttributionModel } from '#core/journey/attribution-question.ts';
import type { DimensionCondition, EventFilter } from '#core/journey/event-filter.ts';
import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import type { JourneyQuestion } from '#core/journey/journey-question.ts';
import type { Random } from '../proof/random.ts';
import { DIMENSIONS, NAMES, type RandomStore, randomValue, VALUES } from './random-events.ts';

export type JourneyKind = JourneyQuestion['ask'];

/** A question of a kind, with windows and edges on the moments of the store, where definitions are decided. */
export function randomQuestion(random: Random, kind: JourneyKind, store: RandomStore): JourneyQuestion {
  switch (kind) {
    case 'funnel':
      return randomFunnel(random, store);
    case 'retention':
      return {
        ask: kind,
        born: randomFilter(random),
        ...(random.chance(0.4) ? { bornIs: randomConditions(random) } : {}),
        back: randomFilter(random),
        edges: randomEdges(random, store),
      };
    case 'series':
      return {
        ask: kind,
        select: randomFilter(random),
        edges: randomEdges(random, store),
        ...random.pick([{}, { by: ['channel'] }, { by: ['device', 'channel'] }, { by: [] }]),
      };
    case 'rolling':
      return { ask: kind, select: randomFilter(random), edges: randomEdges(random, store), length: random.whole(1, 5) };
    case 'attribution':
      return {
        ask: kind,
        convert: randomFilter(random),
        ...(random.chance(0.4) ? { converted: randomSpan(random, store) } : {}),
        touch: randomFilter(random),
        lookback: randomLength(random, store),
        by: random.pick([['channel'], ['device'], ['channel', 'device']]),
        models: randomModels(random, store),
      };
    case 'touch-paths':
      return { ask: kind, convert: randomFilter(random), touch: randomFilter(random), by: random.pick(DIMENSIONS) };
    case 'repeat':
      return {
        ask: kind,
        event: randomFilter(random),
        base: random.pick(['first', 'any']),
        window: randomLength(random, store),
        edges: randomEdges(random, store),
        asOf: randomEnd(random, store),
      };
    case 'rfm': {
      const asOf = randomEnd(random, store);
      return {
        ask: kind,
        purchase: randomFilter(random),
        asOf,
        ...(random.chance(0.4) ? { memory: randomLength(random, store) } : {}),
        cuts: random.chance(0.5)
          ? 'quintiles'
          : {
              recency: ascending(random, () => randomLength(random, store)),
              frequency: ascending(random, () => random.whole(1, 8)),
              money: ascending(random, () => random.pick([0, 1, 100, 500, 3000, 1e6])),
            },
        ...(random.chance(0.5) ? { since: Math.min(randomMoment(random, store), asOf - 1) } : {}),
      };
    }
    case 'purchase-patterns':
      return {
        ask: kind,
        purchase: randomFilter(random),
        asOf: randomEnd(random, store),
        unit: random.pick([1, 2, 7]) * store.unit,
        ...(random.chance(0.5) ? { origin: random.whole(-5, 5) * 1000 } : {}),
      };
    case 'stages':
      return {
        ask: kind,
        stages: Array.from({ length: random.whole(1, 5) }, () => randomFilter(random)),
        ...(random.chance(0.6) ? { ends: [randomFilter(random)] } : {}),
        ...(random.chance(0.3) ? { begun: randomSpan(random, store) } : {}),
        asOf: randomEnd(random, store),
      };
    case 'activation': {
      const within = randomLength(random, store);
      return {
        ask: kind,
        born: randomFilter(random),
        ...(random.chance(0.3) ? { begun: randomSpan(random, store) } : {}),
        did: randomFilter(random),
        within,
        outcome: randomFilter(random),
        until: within + randomLength(random, store),
        asOf: randomEnd(random, store),
        atLeast: random.pick([[1], [1, 2, 3], [2, 5]]),
      };
    }
    case 'flow':
      return {
        ask: kind,
        start: randomFilter(random),
        direction: random.pick(['after', 'before']),
        through: randomFilter(random),
        by: random.chance(0.5) ? { event: true } : { dimension: random.pick(DIMENSIONS) },
        length: random.whole(1, 10),
        window: randomLength(random, store),
      };
  }
}

function randomFunnel(random: Random, store: RandomStore): FunnelQuestion {
  const length = random.chance(0.02) ? 32 : random.whole(1, 5);
  const steps = Array.from({ length }, () => randomFilter(random));
  const exclusions = Array.from({ length: length > 1 && random.chance(0.4) ? random.whole(1, 2) : 0 }, () => {
    const after = random.whole(0, length - 2);
    return { event: randomFilter(random), after, before: random.whole(after + 1, length - 1) };
  });
  return {
    ask: 'funnel',
    steps,
    window: randomLength(random, store),
    ...(random.chance(0.25) ? { entered: randomSpan(random, store) } : {}),
    ...(random.chance(0.3) ? { reuse: true as const } : {}),
    ...(exclusions.length > 0 ? { exclusions } : {}),
    ...(random.chance(0.5) ? { by: { dimension: random.pick(DIMENSIONS), step: random.whole(0, length - 1) } } : {}),
  };
}

function randomFilter(random: Random): EventFilter {
  const events = random.chance(0.01) ? [] : random.chance(0.7) ? [random.pick(NAMES)] : [random.pick(NAMES), random.pick(NAMES)];
  return {
    ...(random.chance(0.88) ? { events } : {}),
    ...(random.chance(0.3) ? { where: randomConditions(random) } : {}),
    ...(random.chance(0.1) ? { value: random.pick([{}, { min: 100 }, { max: 250 }, { min: 1, max: 3000 }]) } : {}),
  };
}

function randomConditions(random: Random): readonly DimensionCondition[] {
  return Array.from({ length: random.pick([1, 1, 1, 2]) }, () => {
    const dimension = random.pick(DIMENSIONS);
    const values = random.chance(0.03) ? [] : Array.from({ length: random.whole(1, 3) }, () => randomValue(random, dimension));
    const unheardOf = random.chance(0.05) ? ['never'] : [];
    return { dimension, in: [...values, ...unheardOf], ...(random.chance(0.25) ? { not: true as const } : {}) };
  });
}

function randomModels(random: Random, store: RandomStore): readonly AttributionModel[] {
  const direct = random.pick([VALUES.channel ?? [], ['Ads', null], [], ['pc']]);
  const position = random.pick([
    { first: 0.4, last: 0.4 },
    { first: 0, last: 0 },
    { first: 1, last: 0 },
    { first: 0.1, last: 0.6 },
  ]);
  const all: readonly AttributionModel[] = [
    { model: 'first' },
    { model: 'last' },
    { model: 'last-non-direct', direct },
    { model: 'linear' },
    { model: 'decay', halfLife: random.chance(0.1) ? 0.001 : randomLength(random, store) },
    { model: 'position', ...position },
  ];
  return random.chance(0.5) ? all : [random.pick(all)];
}

/** One to eight buckets; sometimes most of the store lies outside. */
function randomEdges(random: Random, store: RandomStore): readonly number[] {
  const edges = Array.from({ length: random.whole(2, 9) }, () => randomMoment(random, store));
  const distinct = [...new Set(edges)].toSorted((a, b) => a - b);
  const [first = store.start] = distinct;
  return distinct.length > 1 ? distinct : [first, first + store.unit];
}

function randomSpan(random: Random, store: RandomStore) {
  const from = randomMoment(random, store);
  return { from, to: from + random.whole(1, store.moments) * store.unit };
}

function randomMoment(random: Random, store: RandomStore): number {
  return store.start + random.whole(-1, store.moments + 2) * store.unit + (random.chance(0.05) ? 1 : 0);
}

/** Mostly in the last part of the store or after it. */
function randomEnd(random: Random, store: RandomStore): number {
  return store.start + random.whole(Math.floor(store.moments / 2), store.moments * 2) * store.unit;
}

function randomLength(random: Random, store: RandomStore): number {
  const units = random.whole(1, random.chance(0.3) ? store.moments : 6);
  return Math.max(1, units * store.unit + random.pick([0, 0, 0, 0, 1, -1]));
}

function ascending(random: Random, draw: () => number): readonly number[] {
  return [draw(), draw(), draw(), draw() + random.whole(0, 3)].toSorted((a, b) => a - b);
}
