import type { RepeatQuestion } from '#core/journey/repeat-question.ts';
import { type MicroCase, named } from './micro-case.ts';

const DAY = 86_400_000;

export const REPEAT_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-51] later than the start, at most the window later',
    people: { ann: 'A@0 A@0', bob: 'A@0 A@10', cid: 'A@0 A@11', dan: 'A@0' },
    ...asked({ edges: [0, 5] }, [[4, 1, 0]]),
  },
  {
    name: '[JRN-50] whose first event ever lies before all buckets belongs to none',
    people: { ann: 'A@-1 A@0 A@5' },
    ...asked({ edges: [0, 5] }, [[0, 0, 0]]),
  },
  {
    name: '[JRN-50] with any, a person belongs to each bucket with an event, from the first in it on',
    people: { ann: 'A@-1 A@0 A@4 A@12 A@30' },
    ...asked({ base: 'any', edges: [0, 5, 20, 40] }, [
      [1, 1, 0],
      [1, 0, 0],
      [1, 0, 0],
    ]),
  },
  {
    name: '[JRN-52] immature people are in neither number, whatever they have done',
    people: { ann: 'A@89', bob: 'A@90 A@91', cid: 'A@95' },
    ...asked({ edges: [80, 100] }, [[1, 0, 2]]),
  },
  {
    name: '[JRN-52] events from the end of the data on do not exist',
    people: { ann: 'A@80 A@90', bob: 'A@100', cid: 'A@89 A@99 A@100' },
    ...asked({ edges: [80, 120] }, [[2, 2, 0]]),
  },
  {
    name: '[DES-68] with 60 days, the buyers of the last 59 days are not yet measurable',
    people: { ann: `A@${40 * DAY}`, bob: `A@${41 * DAY}`, cid: `A@${99 * DAY}`, dan: `A@${39 * DAY} A@${99 * DAY}` },
    ...asked({ window: 60 * DAY, asOf: 100 * DAY, edges: [0, 100 * DAY] }, [[1, 1, 3]]),
  },
  {
    name: '[JRN-50] buckets without anybody are told',
    people: { ann: 'A@12' },
    ...asked({ edges: [0, 10, 20] }, [
      [0, 0, 0],
      [1, 0, 0],
    ]),
  },
];

function asked(more: Partial<RepeatQuestion>, buckets: readonly (readonly [people: number, again: number, immature: number])[]) {
  const question: RepeatQuestion = {
    ask: 'repeat',
    event: named('A'),
    base: 'first',
    window: 10,
    edges: [0, 10],
    asOf: 100,
    ...more,
  };
  return { question, answer: { buckets: buckets.map(([people, again, immature]) => ({ people, again, immature })) } };
}
