import type { StageQuestion, StageRow } from '#core/journey/stage-question.ts';
import { type MicroCase, named } from './micro-case.ts';

export const STAGE_CASES: readonly MicroCase[] = [
  {
    name: '[JRN-72] age runs from entering, repeats of the stage begin nothing anew, the latest carries the value',
    people: { ann: 'A@0 B@5=100 B@9=300' },
    ...asked([gone(1), here(1, 1, [15, 15, 15], 300), gone(0)]),
  },
  {
    name: '[JRN-70] [JRN-71] going back is allowed and does not undo what was reached',
    people: { ann: 'A@0 B@5 A@8' },
    ...asked([here(1, 1, [12, 12, 12], 0), gone(1), gone(0)]),
  },
  {
    name: '[JRN-72] an end closes the way, at its moment too',
    people: { ann: 'A@0 B@5 X@6', bob: 'A@0 X@0' },
    ...asked([gone(2), gone(1), gone(0)]),
  },
  {
    name: '[JRN-70] a stage after an end opens it again, and age begins anew',
    people: { ann: 'B@0 X@5 B@7' },
    ...asked([gone(1), here(1, 1, [13, 13, 13], 0), gone(0)]),
  },
  {
    name: '[JRN-71] who skips a stage has reached it',
    people: { ann: 'C@3' },
    ...asked([gone(1), gone(1), here(1, 1, [17, 17, 17], 0)]),
  },
  {
    name: '[JRN-70] an event of several stages enters the highest',
    people: { ann: 'C@3=4' },
    ...asked([gone(1), here(1, 1, [17, 17, 17], 4)], { stages: [named('C'), named('B', 'C')] }),
  },
  {
    name: '[JRN-70] stages of one moment in ascending order',
    people: { ann: 'B@3=7 A@3=9' },
    ...asked([gone(1), here(1, 1, [17, 17, 17], 7), gone(0)]),
  },
  {
    name: '[JRN-72] of one moment the greatest value, none is nothing',
    people: { ann: 'A@3 A@3=-5', bob: 'A@3=8 A@3=2', cid: 'A@1=9 A@3' },
    ...asked([here(3, 3, [17, 19, 19], 3), gone(0), gone(0)]),
  },
  {
    name: '[JRN-70] events from the moment on do not exist',
    people: { ann: 'A@0 B@20 X@25', bob: 'A@20' },
    ...asked([here(1, 1, [20, 20, 20], 0), gone(0), gone(0)]),
  },
  {
    name: '[JRN-73] whose first stage lies outside the span is left out',
    people: { ann: 'A@4 B@6', bob: 'A@5', cid: 'X@5 A@9', dan: 'A@10' },
    ...asked([here(2, 2, [11, 15, 15], 0), gone(0), gone(0)], { begun: { from: 5, to: 10 } }),
  },
  {
    name: '[JRN-72] an event can be the last stage and the end',
    people: { ann: 'A@0 C@5=9' },
    ...asked([gone(1), gone(1), gone(1)], { ends: [named('C')] }),
  },
];

function asked(stages: readonly StageRow[], more: Partial<StageQuestion> = {}) {
  const question: StageQuestion = {
    ask: 'stages',
    stages: [named('A'), named('B'), named('C')],
    ends: [named('X')],
    asOf: 20,
    ...more,
  };
  return { question, answer: { stages } };
}

function here(
  reached: number,
  people: number,
  [median, p90, oldest]: readonly [number, number, number],
  value: number,
): StageRow {
  return { reached, here: people, age: { median, p90, oldest }, value };
}

/** Nobody is here. */
function gone(reached: number): StageRow {
  return { reached, here: 0, age: null, value: 0 };
}
