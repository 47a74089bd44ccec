import type { JourneyContents } from '../journey-engine.ts';
import { statement } from './bindings.ts';
import { compareTexts } from './compare-texts.ts';
import type { JourneyStore } from './journey-store.ts';
import { dimensionColumn } from './journey-tables.ts';

const MOST_VALUES = 1_000;

export interface StoreContents {
  readonly told: JourneyContents;
  /** The number of each dimension's column. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Whether there are events whose session must be found by the gap before them. */
  readonly hasGaps: boolean;
}

/** What a store holds, over all shards. [JRN-09] */
export async function journeyContents(store: JourneyStore, valueDigits: number): Promise<StoreContents> {
  const { events } = store.tables;
  const each = async (select: (where: string) => string) =>
    (
      await Promise.all(
        store.shards.map(server => server.rows(statement(bind => select(`store = ${bind('UInt64', store.key)}`)))),
      )
    ).flat();
  const people = await each(where => `SELECT count() FROM (SELECT person FROM ${events} WHERE ${where} GROUP BY person)`);
  const wholes = (
    await each(where => `SELECT count(), min(time), max(time), countIf(session = '') FROM ${events} WHERE ${where}`)
  ).map(row => row.map(Number));
  const filled = wholes.filter(([count = 0]) => count > 0);
  const names = await each(where => `SELECT name, count() FROM ${events} WHERE ${where} GROUP BY name`);
  const dimensions = [];
  const numbers = await store.dimensions();
  for (const [id, number] of numbers) {
    const column = dimensionColumn(number);
    const values = mostFrequent(
      await each(where => `SELECT ${column}, count() FROM ${events} WHERE ${where} GROUP BY ${column}`),
    );
    dimensions.push({ id, values: values.slice(0, MOST_VALUES).map(({ value }) => value) });
  }
  const told = {
    events: sum(wholes.map(([count = 0]) => count)),
    people: sum(people.map(([count]) => Number(count))),
    ...(filled.length === 0
      ? {}
      : {
          span: {
            first: Math.min(...filled.map(([, first = 0]) => first)),
            last: Math.max(...filled.map(([, , last = 0]) => last)),
          },
        }),
    names: mostFrequent(names).map(({ value, count }) => ({ name: value ?? '', events: count })),
    dimensions,
    valueDigits,
  };
  return { told, numbers, hasGaps: wholes.some(([, , , without = 0]) => without > 0) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Values with how often they occur, added up over the shards. */
function mostFrequent(
  rows: readonly (readonly unknown[])[],
): readonly { readonly value: string | null; readonly count: number }[] {
  const counts = new Map<string | null, number>();
  for (const [cell, count] of rows) {
    const value = cell === null ? null : String(cell);
    counts.set(value, (counts.get(value) ?? 0) + Number(count));
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || compareTexts(a.value, b.value));
}
