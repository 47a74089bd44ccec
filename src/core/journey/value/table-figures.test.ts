import { expect, test } from 'vitest';
import { cohortMeans, ripeCells } from './cohort-figures.ts';
import { funnelFigures, funnelWith } from './funnel-figures.ts';

test('[VAL-70, ANA-19] 10,000 visits, 6,000 views, 900 carts, 360 orders: 3.6 % overall, most lost before the cart', () => {
  const reached = [10_000, 6_000, 900, 360];
  const { steps, largestLoss } = funnelFigures(reached);
  expect(steps.map(({ ofBefore }) => ofBefore)).toEqual([1, 0.6, 0.15, 0.4]);
  expect(steps[3]?.ofFirst).toBe(0.036);
  expect(largestLoss).toBe(2);
  expect(steps[2]?.lost).toBe(5_100);
  expect(funnelWith(reached, 3, 0.6)).toBe(540);
});

test('[VAL-70, VAL-71] nobody is no rate; a step that nobody passed cannot say what comes after it', () => {
  expect(funnelFigures([0, 0])).toEqual({
    steps: [
      { people: 0, ofBefore: null, ofFirst: null, lost: 0 },
      { people: 0, ofBefore: null, ofFirst: null, lost: 0 },
    ],
  });
  expect(funnelWith([10, 0, 0], 1, 0.5)).toBe(0);
  expect(funnelWith([10, 0], 1, 0.5)).toBe(5);
  expect(funnelWith([10, 5], 0, 0.5)).toBeUndefined();
  expect(funnelWith([0, 0], 1, 0.5)).toBeUndefined();
});

test('[VAL-72] means weigh cohorts by their size and leave out buckets that are not over', () => {
  const cell = (people: number) => ({ people, events: people * 2, value: people * 100 });
  const answer = {
    cohorts: [
      { people: 10, cells: [cell(10), cell(4), cell(2)] },
      { people: 30, cells: [cell(30), cell(3)] },
      { people: 5, cells: [cell(5)] },
    ],
  };
  expect(ripeCells(answer, 2).map(row => row.length)).toEqual([2, 1, 0]);
  expect(cohortMeans(answer, 3, 'people')).toEqual([
    { mean: 1, people: 45, cohorts: 3 },
    { mean: 7 / 40, people: 40, cohorts: 2 },
    { mean: 0.2, people: 10, cohorts: 1 },
  ]);
  expect(cohortMeans(answer, 2, 'value')[1]).toEqual({ mean: 40, people: 10, cohorts: 1 });
  expect(cohortMeans({ cohorts: [] }, 3, 'people')).toEqual([]);
});
