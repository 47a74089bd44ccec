import type { ActivationQuestion } from '#core/journey/activation-question.ts';
import { type MicroCase, named } from './micro-case.ts';

export const ACTIVATION_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-80] both windows are inclusive at their end',
    people: { ann: 'A@0 B@3 B@10 B@11 C@30', bob: 'A@0 B@3 C@31' },
    ...asked(0, [
      [1, 2, 1, 0, 0],
      [2, 1, 1, 1, 0],
      [3, 0, 0, 2, 1],
    ]),
  },
  {
    name: '[JRN-80] an outcome within the time of doing does not count',
    people: { ann: 'A@0 B@3 C@10', bob: 'A@0 C@11' },
    ...asked(0, [[1, 1, 0, 1, 1]], { atLeast: [1] }),
  },
  {
    name: '[JRN-80] whose time is not over is immature',
    people: { ann: 'A@69 B@70 C@99', bob: 'A@70 B@70 C@99', cid: 'A@100' },
    ...asked(1, [[1, 1, 1, 0, 0]], { atLeast: [1] }),
  },
  {
    name: '[JRN-80] the beginning counts when it is what was to be done',
    people: { ann: 'A@0 A@5' },
    ...asked(0, [[2, 1, 0, 0, 0]], { did: named('A'), atLeast: [2] }),
  },
  {
    name: '[JRN-80] the first beginning ever counts, in the span or not',
    people: { ann: 'A@-1 A@5 B@6', bob: 'A@5 B@4', cid: 'A@9 B@19', dan: 'A@10' },
    ...asked(0, [[1, 1, 0, 1, 0]], { begun: { from: 0, to: 10 }, atLeast: [1] }),
  },
  { name: '[JRN-80] nobody', people: { ann: 'B@0' }, ...asked(0, [[1, 0, 0, 0, 0]], { atLeast: [1] }) },
];

type Threshold = readonly [atLeast: number, did: number, didOutcome: number, didNot: number, didNotOutcome: number];

function asked(immature: number, thresholds: readonly Threshold[], more: Partial<ActivationQuestion> = {}) {
  const question: ActivationQuestion = {
    ask: 'activation',
    born: named('A'),
    did: named('B'),
    within: 10,
    outcome: named('C'),
    until: 30,
    asOf: 100,
    atLeast: [1, 2, 3],
    ...more,
  };
  return {
    question,
    answer: {
      immature,
      thresholds: thresholds.map(([atLeast, people, outcome, others, othersOutcome]) => ({
        atLeast,
        did: { people, outcome },
        didNot: { people: others, outcome: othersOutcome },
      })),
    },
  };
}
