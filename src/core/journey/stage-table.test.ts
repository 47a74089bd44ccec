import { expect, test } from 'vitest';
import { stageTable } from './stage-table.ts';

test('[ANA-20] [MEA-10] [JRN-73] 200, 60, 30, 24, 6: 30 %, 50 %, 80 %, 25 %, lead to close 3.0 %', () => {
  const { stages, overall, open, fullest } = stageTable({
    stages: [row(200, 90, 0), row(60, 20, 300), row(30, 4, 200), row(24, 10, 900), row(6, 0, 0)],
  });
  expect(stages.map(({ rate }) => rate)).toEqual([null, 0.3, 0.5, 0.8, 0.25]);
  expect(stages.map(({ lost }) => lost)).toEqual([0, 140, 30, 6, 18]);
  expect(stages.map(({ undecided }) => undecided)).toEqual([0.45, 20 / 60, 4 / 30, 10 / 24, 0]);
  expect(overall).toBe(0.03);
  expect(open).toEqual({ people: 124, value: 1_400 });
  expect(fullest).toBe(0);
});

test('[JRN-73] nobody: no rates, nothing open', () => {
  expect(stageTable({ stages: [row(0, 0, 0), row(0, 0, 0)] })).toMatchObject({
    overall: null,
    fullest: null,
    open: { people: 0, value: 0 },
    stages: [{ rate: null }, { rate: null, undecided: null }],
  });
});

function row(reached: number, here: number, value: number) {
  return { reached, here, age: null, value };
}
