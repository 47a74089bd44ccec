import type { PurchasePatternsAnswer, PurchasePatternsQuestion } from '#core/journey/customer-question.ts';
import { passes, sumOfValues } from './passes.ts';
import type { Person } from './people.ts';

/** Purchase histories by repeats, time between first and last, and time since the first; and what repeaters spent. [JRN-65] */
export function purchasePatterns(people: readonly Person[], question: PurchasePatternsQuestion): PurchasePatternsAnswer {
  const histories = people.flatMap(person => historyOf(person, question) ?? []);
  const repeaters = histories.filter(({ x }) => x > 0);
  return {
    patterns: alike(histories, ({ x, tx, T }) => [x, tx, T]).map(([[x = 0, tx = 0, T = 0], group]) => ({
      x,
      tx,
      T,
      people: group.length,
      repeatValue: group.reduce((sum, { spent }) => sum + spent, 0),
    })),
    spends: alike(repeaters, ({ x, spent }) => [x, spent]).map(([[x = 0, value = 0], group]) => ({
      x,
      value,
      people: group.length,
    })),
  };
}

interface History {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  /** Value of the repeat units. */
  readonly spent: number;
}

function historyOf({ events }: Person, { purchase, asOf, unit, origin = 0 }: PurchasePatternsQuestion): History | undefined {
  const unitOf = (time: number) => Math.floor((time - origin) / unit);
  const purchases = events.filter(event => event.time < asOf && passes(event, purchase));
  const units = [...new Set(purchases.map(({ time }) => unitOf(time)))];
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const repeats = purchases.filter(({ time }) => unitOf(time) !== first);
  return { x: units.length - 1, tx: last - first, T: unitOf(asOf) - first, spent: sumOfValues(repeats) };
}

/** Groups of the same numbers, ordered by these. */
function alike(histories: readonly History[], numbersOf: (history: History) => readonly number[]) {
  const groups = new Map<string, readonly [readonly number[], readonly History[]]>();
  for (const history of histories) {
    const numbers = numbersOf(history);
    const key = numbers.join(' ');
    groups.set(key, [numbers, [...(groups.get(key)?.[1] ?? []), history]]);
  }
  return [...groups.values()].toSorted(([a], [b]) => {
    const different = a.findIndex((number, index) => number !== b[index]);
    return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
  });
}
