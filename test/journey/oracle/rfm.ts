import type { RfmAnswer, RfmCuts, RfmQuestion, RfmScore } from '#core/journey/customer-question.ts';
import { atPosition } from './order.ts';
import { passes, sumOfValues } from './passes.ts';
import type { Person } from './people.ts';

/** People by recency, frequency and money. [JRN-60 … JRN-64] */
export function rfm(people: readonly Person[], question: RfmQuestion): RfmAnswer {
  const now = people.map(person => standing(person, question, question.asOf));
  const cuts = question.cuts === 'quintiles' ? quintiles(now.flatMap(each => each ?? [])) : question.cuts;
  const cells = new Map<string, RfmScore & { people: number; orders: number; value: number }>();
  for (const each of now) {
    if (!each) continue;
    const score = scoreOf(each, cuts);
    const cell = cells.get(JSON.stringify(score)) ?? { ...score, people: 0, orders: 0, value: 0 };
    cells.set(JSON.stringify(score), {
      ...cell,
      people: cell.people + 1,
      orders: cell.orders + each.frequency,
      value: cell.value + each.money,
    });
  }
  return {
    cuts,
    cells: [...cells.values()].toSorted(compareScores),
    ...(question.since === undefined ? {} : { moves: movesOf(people, now, cuts, question, question.since) }),
  };
}

interface Standing {
  readonly recency: number;
  readonly frequency: number;
  readonly money: number;
}

type Place = RfmScore | 'absent';

function standing({ events }: Person, { purchase, memory }: RfmQuestion, asOf: number): Standing | undefined {
  const counted = events.filter(
    event => event.time < asOf && (memory === undefined || event.time > asOf - memory) && passes(event, purchase),
  );
  const last = counted.at(-1);
  return last && { recency: asOf - last.time, frequency: counted.length, money: sumOfValues(counted) };
}

function quintiles(all: readonly Standing[]): RfmCuts {
  const bounds = (values: readonly number[], more: number) => {
    const ascending = values.toSorted((a, b) => a - b);
    return [1, 2, 3, 4].map(j => (values.length === 0 ? 0 : atPosition(ascending, Math.ceil((values.length * j) / 5)) + more));
  };
  return {
    recency: bounds(
      all.map(({ recency }) => recency),
      0,
    ),
    frequency: bounds(
      all.map(({ frequency }) => frequency),
      1,
    ),
    money: bounds(
      all.map(({ money }) => money),
      1,
    ),
  };
}

function scoreOf({ recency, frequency, money }: Standing, cuts: RfmCuts): RfmScore {
  const atMost = (bounds: readonly number[], value: number) => bounds.filter(bound => bound <= value).length;
  return {
    r: 5 - cuts.recency.filter(bound => bound < recency).length,
    f: 1 + atMost(cuts.frequency, frequency),
    m: 1 + atMost(cuts.money, money),
  };
}

function movesOf(
  people: readonly Person[],
  now: readonly (Standing | undefined)[],
  cuts: RfmCuts,
  question: RfmQuestion,
  since: number,
) {
  const moves = new Map<string, { from: Place; to: Place; people: number }>();
  for (const [index, person] of people.entries()) {
    const [before, after] = [standing(person, question, since), now[index]];
    if (!before && !after) continue;
    const from = before ? scoreOf(before, cuts) : 'absent';
    const to = after ? scoreOf(after, cuts) : 'absent';
    const key = JSON.stringify([from, to]);
    moves.set(key, { from, to, people: (moves.get(key)?.people ?? 0) + 1 });
  }
  return [...moves.values()].toSorted((a, b) => comparePlaces(a.from, b.from) || comparePlaces(a.to, b.to));
}

function comparePlaces(a: Place, b: Place): number {
  if (a === 'absent' || b === 'absent') return Number(b === 'absent') - Number(a === 'absent');
  return compareScores(a, b);
}

function compareScores(a: RfmScore, b: RfmScore): number {
  return a.r - b.r || a.f - b.f || a.m - b.m;
}
