import { expect, test } from 'vitest';
import { cohortOf, cohortTriangle } from './cohort-triangle.ts';

const EDGES = ['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'].map(day => Date.parse(`${day}T00:00:00Z`));
const ANSWER = {
  cohorts: [
    { people: 100, cells: [cell(100, 200), cell(60, 90), cell(45, 45)] },
    { people: 120, cells: [cell(120, 120), cell(84, 168)] },
    { people: 30, cells: [cell(30, 30)] },
  ],
};

test('[ANA-18] [JRN-23] April 100 %, 60 %, 45 %; May 70 %, the next cell blank', () => {
  const { cohorts } = cohortTriangle(ANSWER, EDGES, at('2026-07-01'));
  expect(cohorts.map(({ cells }) => cells.map(share => share?.share ?? null))).toEqual([[1, 0.6, 0.45], [1, 0.7], [1]]);
});

test('[ANA-18] [JRN-23] a period that is not over is blank, not zero', () => {
  const { cohorts, average } = cohortTriangle(ANSWER, EDGES, at('2026-06-30'));
  expect(cohorts.map(({ open }) => open)).toEqual([false, false, true]);
  expect(cohorts.map(({ cells }) => cells.map(share => share?.share ?? null))).toEqual([[1, 0.6, null], [1, null], [null]]);
  expect(average).toEqual([
    expect.objectContaining({ share: 1, cohorts: 2 }),
    expect.objectContaining({ share: 0.6, cohorts: 1 }),
    null,
  ]);
});

test('[ANA-18] [JRN-24] the average row weighs cohorts by people: 144 of 220, not the mean of 60 % and 70 %', () => {
  const { average } = cohortTriangle(ANSWER, EDGES, at('2026-07-01'));
  expect(average[1]).toEqual({
    share: 144 / 220,
    people: 144,
    of: 220,
    cohorts: 2,
    eventsEach: 258 / 220,
    valueEach: 2580 / 220,
  });
});

test('[JRN-24] a cohort of nobody has no share and no weight, a cohort of one has both', () => {
  const { cohorts, average } = cohortTriangle(
    {
      cohorts: [
        { people: 0, cells: [cell(0, 0), cell(0, 0)] },
        { people: 1, cells: [cell(1, 1)] },
      ],
    },
    EDGES.slice(0, 3),
    at('2026-07-01'),
  );
  expect(cohorts[0]?.cells.map(share => share?.share)).toEqual([null, null]);
  expect(average).toEqual([expect.objectContaining({ share: 1, of: 1 }), null]);
});

test('[MEA-23] registered on 20 April, first bought on 2 May: April by registration, May by purchase', () => {
  expect(cohortOf(at('2026-04-20'), EDGES)).toBe(0);
  expect(cohortOf(at('2026-05-02'), EDGES)).toBe(1);
  expect([cohortOf(at('2026-03-31'), EDGES), cohortOf(at('2026-07-01'), EDGES)]).toEqual([undefined, undefined]);
});

function cell(people: number, events: number) {
  return { people, events, value: events * 10 };
}

function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
