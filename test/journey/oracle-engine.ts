import type { JourneyAnswer, JourneyQuestion } from '#core/journey/journey-question.ts';
import { ok } from '#core/problem/problem.ts';
import type { EventBatch } from '#engine/journey/event-batch.ts';
import type { JourneyEngine } from '#engine/journey/journey-engine.ts';
import type { PersonMerge, ToldEvent } from './event-store.ts';
import { contents } from './oracle/contents.ts';
import { oracleAnswer } from './oracle/oracle-answer.ts';
import { peopleOf } from './oracle/people.ts';

/** The oracle behind the interface of engines: keeps what it is told and works everything out anew for each question. */
export function oracleEngine(): JourneyEngine {
  const events: ToldEvent[] = [];
  const merges: PersonMerge[] = [];
  const dimensions = new Set<string>();
  const store = () => ({ events, merges, dimensions: [...dimensions] });
  return {
    contents: async () => ({ ...contents(peopleOf(store()), store()), valueDigits: 0 }),
    append: async batch => {
      events.push(...eventsOf(batch));
      for (const dimension of Object.keys(batch.dimensions)) dimensions.add(dimension);
    },
    merge: async pairs => {
      merges.push(...pairs);
    },
    ask: async <Question extends JourneyQuestion>(question: Question) =>
      ok(oracleAnswer(peopleOf(store()), question) as JourneyAnswer<Question>),
    close: async () => {
      events.length = 0;
    },
  };
}

function eventsOf({ length, person, time, name, dimensions, value, session, id }: EventBatch): readonly ToldEvent[] {
  return Array.from({ length }, (_, row) => {
    const worth = value?.[row] ?? Number.NaN;
    return {
      person: textAt(person, row),
      time: time[row] ?? Number.NaN,
      name: textAt(name, row),
      dimensions: Object.fromEntries(
        Object.entries(dimensions).map(([dimension, column]) => [dimension, column.values[column.codes[row] ?? -1] ?? null]),
      ),
      value: Number.isNaN(worth) ? null : worth,
      session: session ? textAt(session, row) : '',
      id: id ? textAt(id, row) : '',
    };
  });
}

function textAt({ codes, values }: EventBatch['person'], row: number): string {
  const text = values[codes[row] ?? -1];
  if (text === undefined) throw new Error(`row ${row} has no text`);
  return text;
}
