import type { FlowQuestion } from '#core/journey/flow-question.ts';
import { type MicroCase, named } from './micro-case.ts';

export const FLOW_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-85] repeats are one step, the window is inclusive',
    people: { ann: 'A@0 B@1 B@2 C@3 X@10 D@11' },
    ...asked(1, [[['B', 'C', 'X'], 1]]),
  },
  {
    name: '[JRN-85] what happens at the moment of the start is no step',
    people: { ann: 'A@0 B@0', bob: 'A@0 A@0 B@1' },
    ...asked(2, [
      [[], 1],
      [['B'], 1],
    ]),
  },
  {
    name: '[JRN-85] cut to the length, counted from the start',
    people: { ann: 'A@0 B@1 C@2 D@3', bob: 'A@0 B@1 B@2 C@3' },
    ...asked(2, [[['B', 'C'], 2]], { length: 2 }),
  },
  {
    name: '[JRN-85] steps of one moment in the order of their names, backwards before the start',
    people: { ann: 'D@-11 X@-10 C@-3 B@-3 A@0', bob: 'C@-1 B@-2 A@0' },
    ...asked(
      2,
      [
        [['C', 'B'], 1],
        [['C', 'B', 'X'], 1],
      ],
      { direction: 'before' },
    ),
  },
  {
    name: '[JRN-85] the first start ever; starts again are steps like others',
    people: { ann: 'A@0 A@2 B@3', bob: 'B@0' },
    ...asked(1, [[['A', 'B'], 1]]),
  },
  {
    name: '[JRN-85] steps named by a dimension, not given is a name',
    people: { ann: 'A@0 B@1/Ads C@2/Ads B@3 B@4/Ads' },
    ...asked(1, [[['Ads', null, 'Ads'], 1]], { by: { dimension: 'channel' } }),
  },
  {
    name: '[JRN-85] most people first, then by sequence',
    people: { ann: 'A@0 C@1', bob: 'A@0 B@1 C@2', cid: 'A@0 B@1', dan: 'A@0 C@2' },
    ...asked(4, [
      [['C'], 2],
      [['B'], 1],
      [['B', 'C'], 1],
    ]),
  },
  { name: '[JRN-85] nobody', people: { ann: 'B@0' }, ...asked(0, []) },
];

function asked(
  people: number,
  sequences: readonly (readonly [readonly (string | null)[], number])[],
  more: Partial<FlowQuestion> = {},
) {
  const question: FlowQuestion = {
    ask: 'flow',
    start: named('A'),
    direction: 'after',
    through: {},
    by: { event: true },
    length: 5,
    window: 10,
    ...more,
  };
  return { question, answer: { people, sequences: sequences.map(([steps, of]) => ({ steps, people: of })), others: 0 } };
}
