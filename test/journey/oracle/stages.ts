import type { StageAnswer, StageQuestion } from '#core/journey/stage-question.ts';
import { spreadOf } from './order.ts';
import { passes, within } from './passes.ts';
import type { Person } from './people.ts';

/** Where people stand, how many have come how far, and since when. [JRN-70 … JRN-73] */
export function stages(people: readonly Person[], question: StageQuestion): StageAnswer {
  const ways = people
    .map(person => wayOf(person, question))
    .filter(way => {
      const first = way.find(({ stage }) => stage !== END);
      return first !== undefined && within(first.time, question.begun);
    });
  return {
    stages: question.stages.map((_, stage) => {
      const here = ways.flatMap(way => (way.at(-1)?.stage === stage ? [sinceWhen(way, stage)] : []));
      const ages = here.map(({ since }) => question.asOf - since);
      return {
        reached: ways.filter(way => way.some(entry => entry.stage !== END && entry.stage >= stage)).length,
        here: here.length,
        age: ages.length === 0 ? null : { ...spreadOf(ages), oldest: Math.max(...ages) },
        value: here.reduce((sum, { value }) => sum + value, 0),
      };
    }),
  };
}

/** Comes after every stage of its moment. */
const END = Number.POSITIVE_INFINITY;

interface Entry {
  readonly time: number;
  readonly stage: number;
  readonly value: number | null;
}

/** What a person entered and where the way ended, in order. */
function wayOf({ events }: Person, question: StageQuestion): readonly Entry[] {
  return events
    .filter(({ time }) => time < question.asOf)
    .flatMap(event => {
      const stage = question.stages.findLastIndex(filter => passes(event, filter));
      const ends = (question.ends ?? []).some(filter => passes(event, filter));
      const { time, value } = event;
      return [...(stage < 0 ? [] : [{ time, stage, value }]), ...(ends ? [{ time, stage: END, value }] : [])];
    })
    .toSorted((a, b) => a.time - b.time || (a.stage === b.stage ? 0 : a.stage - b.stage));
}

/** The unbroken run of a stage at the end of a way: when it began, and the value of its last moment. */
function sinceWhen(way: readonly Entry[], stage: number): { readonly since: number; readonly value: number } {
  const run = way.slice(way.findLastIndex(entry => entry.stage !== stage) + 1);
  const last = run.at(-1)?.time ?? 0;
  const values = run.filter(({ time }) => time === last).flatMap(({ value }) => value ?? []);
  return { since: run[0]?.time ?? last, value: values.length === 0 ? 0 : Math.max(...values) };
}
