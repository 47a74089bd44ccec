import type { FlowAnswer, FlowQuestion } from '#core/journey/flow-question.ts';
import { compareSlices, compareTexts } from './order.ts';
import { dimensionOf, passes } from './passes.ts';
import type { Person } from './people.ts';

const MOST_SEQUENCES = 1000;

/** The sequences around a starting event. [JRN-85] */
export function flow(people: readonly Person[], question: FlowQuestion): FlowAnswer {
  const counts = new Map<string, { steps: readonly (string | null)[]; people: number }>();
  let started = 0;
  for (const person of people) {
    const start = person.events.find(event => passes(event, question.start))?.time;
    if (start === undefined) continue;
    started += 1;
    const steps = stepsOf(person, start, question);
    const key = JSON.stringify(steps);
    counts.set(key, { steps, people: (counts.get(key)?.people ?? 0) + 1 });
  }
  const ordered = [...counts.values()].toSorted((a, b) => b.people - a.people || compareSlices(a.steps, b.steps));
  return {
    people: started,
    sequences: ordered.slice(0, MOST_SEQUENCES),
    others: ordered.slice(MOST_SEQUENCES).reduce((sum, sequence) => sum + sequence.people, 0),
  };
}

function stepsOf(
  { events }: Person,
  start: number,
  { direction, through, by, length, window }: FlowQuestion,
): readonly (string | null)[] {
  const around = events
    .filter(({ time }) =>
      direction === 'after' ? start < time && time <= start + window : start - window <= time && time < start,
    )
    .filter(event => passes(event, through))
    .map(event => ({ time: event.time, name: 'event' in by ? event.name : dimensionOf(event, by.dimension) }))
    .toSorted((a, b) => a.time - b.time || compareTexts(a.name, b.name))
    .map(({ name }) => name);
  const outwards = direction === 'after' ? around : around.toReversed();
  return outwards.filter((name, index) => index === 0 || name !== outwards[index - 1]).slice(0, length);
}
