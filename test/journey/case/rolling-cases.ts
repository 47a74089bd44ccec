import { type MicroCase, named } from './micro-case.ts';

export const ROLLING_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-31] two buckets',
    people: { ann: 'A@0 A@25', bob: 'A@15' },
    question: asked(2),
    answer: { active: [1, 1, 1], rolling: [1, 2, 2] },
  },
  {
    name: '[JRN-31] one bucket',
    people: { ann: 'A@0 A@25', bob: 'A@15' },
    question: asked(1),
    answer: { active: [1, 1, 1], rolling: [1, 1, 1] },
  },
  {
    name: '[JRN-31] more buckets than there are',
    people: { ann: 'A@0', bob: 'A@15' },
    question: asked(9),
    answer: { active: [1, 1, 0], rolling: [1, 2, 2] },
  },
  {
    name: '[JRN-31] one person in all buckets is one person',
    people: { ann: 'A@0 A@1 A@11 A@21' },
    question: asked(3),
    answer: { active: [1, 1, 1], rolling: [1, 1, 1] },
  },
  {
    name: '[JRN-31] what lies outside all buckets is not looked back at',
    people: { ann: 'A@-1 A@30', bob: 'B@5' },
    question: asked(3),
    answer: { active: [0, 0, 0], rolling: [0, 0, 0] },
  },
  {
    name: '[JRN-31] two people merged are one',
    people: { cookie: 'A@0', ann: 'A@11' },
    merges: [{ from: 'cookie', to: 'ann' }],
    question: asked(2),
    answer: { active: [1, 1, 0], rolling: [1, 1, 1] },
  },
];

function asked(length: number) {
  return { ask: 'rolling', select: named('A'), edges: [0, 10, 20, 30], length } as const;
}
